package dev.opensipsmcp.server.toolset.diagnose;

import com.google.gson.JsonObject;
import dev.opensipsmcp.db.testing.TestDatabase;
import dev.opensipsmcp.mi.MiClient;
import dev.opensipsmcp.mi.MiEndpoint;
import dev.opensipsmcp.mi.MiSettings;
import dev.opensipsmcp.mi.event.SubscriptionSettings;
import dev.opensipsmcp.server.approval.Approvals;
import dev.opensipsmcp.server.audit.AuditLog;
import dev.opensipsmcp.server.events.EventEars;
import dev.opensipsmcp.server.events.EventOptions;
import dev.opensipsmcp.server.events.EventSource;
import dev.opensipsmcp.server.gate.Catalogue;
import dev.opensipsmcp.server.gate.GateParts;
import dev.opensipsmcp.server.gate.GateReply;
import dev.opensipsmcp.server.gate.GateSettings;
import dev.opensipsmcp.server.gate.Invocation;
import dev.opensipsmcp.server.gate.NodeFleet;
import dev.opensipsmcp.server.gate.StandardGate;
import dev.opensipsmcp.server.instance.Instance;
import dev.opensipsmcp.server.instance.Instances;
import dev.opensipsmcp.server.journal.ChangeJournal;
import dev.opensipsmcp.server.policy.Policy;
import dev.opensipsmcp.server.policy.Role;
import dev.opensipsmcp.server.ratelimit.Rate;
import dev.opensipsmcp.server.redact.KnownSecrets;
import dev.opensipsmcp.server.redact.Redactor;
import dev.opensipsmcp.server.secret.Secrets;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.Toolset;
import dev.opensipsmcp.server.toolset.mi.MiTable;
import dev.opensipsmcp.server.toolset.testing.AllTools;
import dev.opensipsmcp.server.toolset.testing.Nobody;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The gate before a lab node as a stranger meets it, who may only read. */
final class Door implements AutoCloseable {
  private static final Rate UNLIMITED = new Rate(1e6, 1_000_000);

  private final OnNode on;
  private final MiClient client;
  private final EventEars ears;
  private final StandardGate gate;

  Door(OnNode on, Path state) {
    this.on = on;
    MiEndpoint endpoint = MiEndpoint.parse(on.node().miUrl().toString());
    this.client = MiClient.of(endpoint, MiSettings.defaults());
    Clock clock = Clock.systemUTC();
    KnownSecrets known = new KnownSecrets(List.of());
    AuditLog audit = new AuditLog(state.resolve("audit.jsonl"), clock);
    Instance lab =
        new Instance(
            "lab",
            client,
            Optional.empty(),
            List.of(),
            Optional.empty(),
            on.base().map(TestDatabase::database));
    Instances nodes = new Instances(List.of(lab));
    this.ears =
        new EventEars(
            _ -> Optional.of(new EventSource(client, endpoint, EventOptions.defaults())),
            SubscriptionSettings.defaults());
    List<Tool> tools = new ArrayList<>();
    for (Toolset toolset :
        AllTools.toolsets(
            clock,
            state,
            new Secrets(state, Optional.empty(), Map.of(), known, clock),
            on.desk(),
            new NodeFleet(nodes, new MiTable()),
            ears)) {
      tools.addAll(toolset.tools());
    }
    this.gate =
        new StandardGate(
            new GateParts(
                new Catalogue(tools),
                nodes,
                Policy.DEFAULT,
                new MiTable(),
                new Approvals(state.resolve("approvals"), Duration.ofMinutes(1), 4, audit, clock),
                audit,
                new ChangeJournal(state.resolve("changes.jsonl")),
                new Redactor(known),
                (id, trace) -> {
                  throw new AssertionError(id + ": " + trace);
                },
                GateSettings.defaults().withRates(UNLIMITED, UNLIMITED),
                clock));
  }

  GateReply call(String tool, JsonObject arguments) {
    return gate.pass(
        new Invocation(
            tool,
            arguments.deepCopy(),
            Role.VIEWER.rights("stranger", false),
            "test",
            new Nobody()));
  }

  @Override
  public void close() {
    ears.close();
    client.close();
    on.close();
  }
}
