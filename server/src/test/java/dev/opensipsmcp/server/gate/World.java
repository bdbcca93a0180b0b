package dev.opensipsmcp.server.gate;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.opensipsmcp.server.approval.Approvals;
import dev.opensipsmcp.server.audit.AuditFilter;
import dev.opensipsmcp.server.audit.AuditLog;
import dev.opensipsmcp.server.instance.Instance;
import dev.opensipsmcp.server.instance.Instances;
import dev.opensipsmcp.server.journal.ChangeJournal;
import dev.opensipsmcp.server.policy.Policy;
import dev.opensipsmcp.server.policy.Role;
import dev.opensipsmcp.server.ratelimit.Rate;
import dev.opensipsmcp.server.redact.Redactor;
import dev.opensipsmcp.server.tool.Rights;
import dev.opensipsmcp.server.toolset.change.ChangeToolset;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A gate with a node behind it and a state directory beneath it. */
final class World {
  static final GateSettings UNHURRIED =
      GateSettings.defaults().withRates(new Rate(1e6, 1_000_000), new Rate(1e6, 1_000_000));

  final Path directory;
  final FakeNode node = new FakeNode();
  final FakeNode other = new FakeNode();
  final AuditLog audit;
  final Approvals approvals;
  final ChangeJournal journal;
  final List<String> incidents = new CopyOnWriteArrayList<>();
  private final Gate gate;

  World(Path directory) {
    this(directory, Policy.DEFAULT, UNHURRIED);
  }

  World(Path directory, Policy policy, GateSettings settings) {
    this(directory, policy, settings, List.of());
  }

  /** A world of other nodes than its own two. */
  World(Path directory, List<Instance> nodes) {
    this(directory, Policy.DEFAULT, UNHURRIED, nodes);
  }

  private World(Path directory, Policy policy, GateSettings settings, List<Instance> nodes) {
    this.directory = directory;
    Clock clock = Clock.systemUTC();
    this.audit = new AuditLog(directory.resolve("audit.jsonl"), clock);
    this.journal = new ChangeJournal(directory.resolve("changes.jsonl"));
    this.approvals =
        new Approvals(directory.resolve("approvals"), Duration.ofMinutes(10), 4, audit, clock);
    this.gate =
        new StandardGate(
            new GateParts(
                new Catalogue(FakeTools.all(), () -> ChangeToolset.make(journal).tools()),
                new Instances(
                    nodes.isEmpty()
                        ? List.of(new Instance("lab", node), new Instance("edge", other))
                        : nodes),
                policy,
                FakeTools::classify,
                approvals,
                audit,
                journal,
                new Redactor(List.of("CANARYconfigured")),
                (id, trace) -> incidents.add(trace),
                settings,
                clock));
  }

  GateReply call(Role role, String tool, String arguments) {
    return call(role, new FakeChannel(false), tool, arguments);
  }

  GateReply call(Role role, Channel channel, String tool, String arguments) {
    return call(role.rights(role.label(), false), channel, tool, arguments);
  }

  GateReply call(Rights rights, Channel channel, String tool, String arguments) {
    JsonObject json = JsonParser.parseString(arguments.replace('\'', '"')).getAsJsonObject();
    return gate.pass(new Invocation(tool, json, rights, "test", channel));
  }

  GateReply.Failed failed(Role role, String tool, String arguments) {
    return (GateReply.Failed) call(role, tool, arguments);
  }

  List<JsonObject> trail() throws IOException {
    return audit.query(AuditFilter.newest(1_000)).events().reversed();
  }

  List<String> events() throws IOException {
    return trail().stream()
        .map(event ->
            event.get("event").getAsString()
                + (event.has("outcome") ? " " + event.get("outcome").getAsString() : ""))
        .toList();
  }
}
