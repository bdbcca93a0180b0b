package dev.opensipsmcp.server.toolset.fleet;

import com.google.gson.JsonObject;
import dev.opensipsmcp.mi.MiError;
import dev.opensipsmcp.mi.MiHealth;
import dev.opensipsmcp.mi.MiNode;
import dev.opensipsmcp.server.instance.FleetNode;
import dev.opensipsmcp.server.instance.FleetReads;
import dev.opensipsmcp.server.policy.Role;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Demand;
import dev.opensipsmcp.server.tool.Description;
import dev.opensipsmcp.server.tool.Needs;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Scope;
import dev.opensipsmcp.server.tool.SharedParameters;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.common.Paging;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The tool {@code instance_list}. */
final class InstanceList implements Work.Read {
  private static final int PAGE = 50;

  private final FleetReads fleet;
  private final Duration patience;

  private InstanceList(FleetReads fleet, Duration patience) {
    this.fleet = fleet;
    this.patience = patience;
  }

  static Tool tool(FleetReads fleet, Duration patience) {
    return new Tool(
        "instance_list",
        "fleet",
        "Nodes of this server",
        new Description(
            "List the nodes: version, reachability, uptime, cluster, tags, role cap and drift.",
            "Use when choosing nodes for instance, or when nodes of a cluster behave differently.",
            Optional.of("Not for the load of a node; use `health_check`."),
            Optional.empty(),
            "Returns a page of nodes; one without an answer within "
                + patience.toSeconds()
                + " s has a problem instead."),
        new Demand(Scope.HEALTH_READ, Risk.READ),
        true,
        Schema.arguments(
            SharedParameters.limit(PAGE, 500), SharedParameters.CURSOR, SharedParameters.FIELDS),
        Schema.list("Nodes", row()),
        Needs.NOTHING,
        List.of(
            "Which OpenSIPS instances can you reach?",
            "Do all nodes of the cluster run the same version?",
            "Is there configuration drift between our SIP servers?"),
        List.of("list_instances", "fleet_status"),
        new InstanceList(fleet, patience));
  }

  private static Schema row() {
    return Schema.object(
        "One node",
        Schema.required("instance", Schema.text("Its name")),
        Schema.required("reachable", Schema.flag("Whether it answered just now")),
        Schema.optional("version", Schema.text("Release line, such as 3.6")),
        Schema.optional("server", Schema.text("Its own words about its version")),
        Schema.optional("up_s", Schema.integer("Seconds since it started")),
        Schema.optional("answer_ms", Schema.integer("Time to its first answer, milliseconds")),
        Schema.optional("commands", Schema.integer("MI commands that it has")),
        Schema.optional("modules", Schema.integer("Modules that these come from")),
        Schema.optional("cluster", Schema.integer("Cluster id, as configured here")),
        Schema.required("tags", Schema.list("For tag:T in instance", Schema.text("A tag"))),
        Schema.optional("max_role", Schema.text("No caller does more here than this role may")),
        Schema.required(
            "breaker",
            Schema.text("open: left alone after failures; half_open: being tried")
                .oneOf("closed", "open", "half_open")),
        Schema.optional("failures", Schema.integer("Calls in a row that it did not answer")),
        Schema.optional("retry_in_s", Schema.integer("Seconds until it is tried again")),
        Schema.optional("problem", Schema.text("Why it did not answer")),
        Schema.optional("next_step", Schema.text("What to do about that")),
        Schema.required(
            "drift",
            Schema.list("How it differs from others of its cluster", Schema.text("Difference"))));
  }

  @Override
  public Outcome run(Arguments arguments, ReadPorts ports) {
    List<Seen> all = new RollCall(patience).of(fleet.nodes());
    Map<String, List<String>> drift = Drift.of(all);
    List<JsonObject> rows = new ArrayList<>();
    List<String> silent = new ArrayList<>();
    for (Seen seen : all) {
      rows.add(row(seen, drift.getOrDefault(seen.node().name(), List.of())));
      if (seen.told().isEmpty()) {
        silent.add(seen.node().name());
      }
    }
    List<String> warnings = new ArrayList<>();
    if (!drift.isEmpty()) {
      warnings.add("Nodes of one cluster differ, see drift: " + String.join(", ", drift.keySet()));
    }
    if (!silent.isEmpty()) {
      warnings.add("Without an answer: " + String.join(", ", silent));
    }
    return Paging.page(rows, arguments, PAGE, warnings);
  }

  private static JsonObject row(Seen seen, List<String> drift) {
    FleetNode node = seen.node();
    JsonObject row = new JsonObject();
    row.addProperty("instance", node.name());
    row.addProperty("reachable", seen.told().isPresent());
    seen.told().ifPresent(told -> addTold(row, seen, told));
    node.cluster().ifPresent(cluster -> row.addProperty("cluster", cluster));
    row.add("tags", Json.texts(node.tags()));
    node.cap().map(Role::label).ifPresent(cap -> row.addProperty("max_role", cap));
    addHealth(row, node.health());
    seen.failure().ifPresent(failure -> addFailure(row, failure));
    row.add("drift", Json.texts(drift));
    return row;
  }

  private static void addTold(JsonObject row, Seen seen, MiNode told) {
    row.addProperty("version", told.version().label());
    row.addProperty("server", told.server());
    if (seen.upSeconds() >= 0) {
      row.addProperty("up_s", seen.upSeconds());
    }
    row.addProperty("answer_ms", seen.millis());
    row.addProperty("commands", told.commands().size());
    row.addProperty("modules", seen.modules().keySet().stream().filter(m -> !m.isEmpty()).count());
  }

  private static void addHealth(JsonObject row, MiHealth health) {
    row.addProperty("breaker", health.breaker().name().toLowerCase(Locale.ROOT));
    if (health.failures() > 0) {
      row.addProperty("failures", health.failures());
    }
    if (health.retryIn().isPositive()) {
      row.addProperty("retry_in_s", (health.retryIn().toMillis() + 999) / 1000);
    }
  }

  private static void addFailure(JsonObject row, MiError failure) {
    row.addProperty("problem", failure.code() + ": " + failure.cause());
    row.addProperty("next_step", failure.nextStep());
  }
}
