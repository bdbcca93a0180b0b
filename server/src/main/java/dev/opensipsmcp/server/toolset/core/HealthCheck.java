package dev.opensipsmcp.server.toolset.core;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.mi.MiError;
import dev.opensipsmcp.mi.MiNode;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Demand;
import dev.opensipsmcp.server.tool.Description;
import dev.opensipsmcp.server.tool.Needs;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Scope;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.toolset.common.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The tool {@code health_check}: one verdict, with the figures that it rests on. */
final class HealthCheck implements Work.Read {
  private static final List<String> ASKED =
      List.of(
          "shmem:",
          "net:",
          "load",
          "load1m",
          "active_dialogs",
          "inuse_transactions",
          "registered_users");

  private HealthCheck() {}

  static Tool tool() {
    return new Tool(
        "health_check",
        "core",
        "Node health",
        new Description(
            "Check whether a node answers and how loaded it is.",
            "Use when starting on a node, or asked if OpenSIPS is well.",
            Optional.of("Not for single figures; use `get_statistics`."),
            Optional.empty(),
            "Returns one object; a node that does not answer is reported as down, with the cause."),
        new Demand(Scope.HEALTH_READ, Risk.READ),
        true,
        Schema.arguments(),
        Schema.object(
            "The verdict and its figures",
            Schema.required(
                "status",
                Schema.text("ok; degraded: see findings; down: no answer over MI")
                    .oneOf("ok", "degraded", "down")),
            Schema.required(
                "findings", Schema.list("What is not well", Schema.text("One finding"))),
            Schema.optional("server", Schema.text("The node's own text of MI version")),
            Schema.optional("answer_ms", Schema.integer("Time to the answer, milliseconds")),
            Schema.optional("up_s", Schema.integer("Seconds since the node started")),
            Schema.optional("load_pct", Schema.integer("Load now, percent")),
            Schema.optional("load_1m_pct", Schema.integer("Load over 1 minute, percent")),
            Schema.optional("shared_memory_pct", Schema.integer("Shared memory used, percent")),
            Schema.optional("waiting_udp_bytes", Schema.integer("Unread UDP input, bytes")),
            Schema.optional("active_dialogs", Schema.integer("Dialogs in progress")),
            Schema.optional("inuse_transactions", Schema.integer("Transactions in memory")),
            Schema.optional("registered_users", Schema.integer("Registered addresses of record"))),
        new Needs(List.of("version", "which", "uptime", "get_statistics"), List.of()),
        List.of(
            "Is OpenSIPS healthy?",
            "Check that the SIP server is reachable and not overloaded",
            "Is the node up?"),
        List.of(),
        new HealthCheck());
  }

  @Override
  public Outcome run(Arguments arguments, ReadPorts ports) {
    long started = System.nanoTime();
    return switch (ports.mi().node()) {
      case MiResult.Success<MiNode>(MiNode node) -> new Outcome.Value(look(node, started, ports));
      case MiResult.Failure<MiNode>(MiError error) ->
          new Outcome.Value(down(error), List.of(error.nextStep()));
    };
  }

  private static JsonObject down(MiError error) {
    return verdict("down", List.of(error.cause()));
  }

  private static JsonObject look(MiNode node, long started, ReadPorts ports) {
    List<String> findings = new ArrayList<>();
    JsonObject figures = new JsonObject();
    switch (ports.mi().read("uptime", new JsonObject())) {
      case MiResult.Success<JsonElement>(JsonElement answer) -> {
        figures.addProperty("answer_ms", (System.nanoTime() - started) / 1_000_000);
        uptime(Json.asObject(answer), figures, findings);
      }
      case MiResult.Failure<JsonElement>(MiError error) -> {
        return down(error);
      }
    }
    switch (Statistics.read(ports, ASKED)) {
      case MiResult.Success<JsonObject>(JsonObject values) -> statistics(values, figures, findings);
      case MiResult.Failure<JsonObject>(MiError error) ->
          findings.add("No statistics: " + error.cause());
    }
    JsonObject verdict = verdict(findings.isEmpty() ? "ok" : "degraded", findings);
    verdict.addProperty("server", node.server());
    figures.entrySet().forEach(figure -> verdict.add(figure.getKey(), figure.getValue()));
    return verdict;
  }

  private static void uptime(JsonObject answer, JsonObject figures, List<String> findings) {
    long up = Uptime.seconds(answer);
    figures.addProperty("up_s", up);
    if (up >= 0 && up < 300) {
      findings.add("The node started " + up + " s ago.");
    }
  }

  private static void statistics(JsonObject values, JsonObject figures, List<String> findings) {
    copy(values, "load:load", figures, "load_pct");
    long load = copy(values, "load:load1m", figures, "load_1m_pct");
    if (load >= 80) {
      findings.add("The load over 1 minute is " + load + " percent.");
    }
    long total = Json.number(values, "shmem:total_size", 0);
    if (total > 0) {
      long percent = Json.number(values, "shmem:real_used_size", 0) * 100 / total;
      figures.addProperty("shared_memory_pct", percent);
      if (percent >= 90) {
        findings.add("Shared memory is " + percent + " percent full.");
      }
    }
    long waiting = copy(values, "net:waiting_udp", figures, "waiting_udp_bytes");
    if (waiting >= 200_000) {
      findings.add("UDP input of " + waiting + " bytes waits to be read.");
    }
    copy(values, "dialog:active_dialogs", figures, "active_dialogs");
    copy(values, "tm:inuse_transactions", figures, "inuse_transactions");
    copy(values, "usrloc:registered_users", figures, "registered_users");
  }

  private static long copy(JsonObject values, String statistic, JsonObject figures, String name) {
    if (!values.has(statistic)) {
      return -1;
    }
    long value = Json.number(values, statistic, 0);
    figures.addProperty(name, value);
    return value;
  }

  private static JsonObject verdict(String status, List<String> findings) {
    JsonObject verdict = new JsonObject();
    verdict.addProperty("status", status);
    verdict.add("findings", Json.texts(findings));
    return verdict;
  }
}
