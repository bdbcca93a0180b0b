package dev.opensipsmcp.bench;

import com.google.gson.JsonObject;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.lab.LabNode;
import dev.opensipsmcp.lab.LabSettings;
import dev.opensipsmcp.mi.MiClient;
import dev.opensipsmcp.mi.MiEndpoint;
import dev.opensipsmcp.mi.MiSettings;
import dev.opensipsmcp.server.approval.Approvals;
import dev.opensipsmcp.server.audit.AuditLog;
import dev.opensipsmcp.server.config.InsightEntry;
import dev.opensipsmcp.server.events.EventEars;
import dev.opensipsmcp.server.gate.Catalogue;
import dev.opensipsmcp.server.gate.Channel;
import dev.opensipsmcp.server.gate.Gate;
import dev.opensipsmcp.server.gate.GateParts;
import dev.opensipsmcp.server.gate.GateReply;
import dev.opensipsmcp.server.gate.GateSettings;
import dev.opensipsmcp.server.gate.Invocation;
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
import dev.opensipsmcp.server.tool.Rights;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.Toolset;
import dev.opensipsmcp.server.toolset.Toolsets;
import dev.opensipsmcp.server.toolset.config.ConfigDesk;
import dev.opensipsmcp.server.toolset.evidence.EvidenceDesk;
import dev.opensipsmcp.server.toolset.mi.MiTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The product's gate with every tool, before a stand-in node, in a state directory of its own. It
 * is wired as the product is, but for the rate limit, which would be all that is measured.
 */
final class Rig implements AutoCloseable {
  private static final Rate UNLIMITED = new Rate(1e9, 1_000_000_000);

  private final Path state;
  private final LabNode lab;
  private final MiClient client;
  private final List<Toolset> toolsets;
  private final Gate gate;
  private final Rights rights = Role.ADMIN.rights("bench", false);

  Rig() {
    this(LabSettings.of(Version.V3_6));
  }

  /** A gate before a node of these settings. */
  Rig(LabSettings settings) {
    this(settings, Optional.empty());
  }

  /** A gate before a real node, if one is given, instead of the stand-in. */
  Rig(LabSettings settings, Optional<URI> node) {
    lab = LabNode.of(settings);
    try {
      state = Files.createTempDirectory("opensips-mcp-bench");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    client =
        MiClient.of(MiEndpoint.parse(node.orElse(lab.miUrl()).toString()), MiSettings.defaults());
    Clock clock = Clock.systemUTC();
    AuditLog audit = new AuditLog(state.resolve("audit.jsonl"), clock);
    ChangeJournal journal = new ChangeJournal(state.resolve("changes.jsonl"));
    MiTable table = new MiTable();
    KnownSecrets known = new KnownSecrets(List.of());
    Set<String> listed = Toolsets.parse("all");
    toolsets =
        Toolsets.all(
            new Toolsets.Parts(
                clock,
                table,
                audit::query,
                journal,
                EventEars.none(),
                List::of,
                new Secrets(state, Optional.empty(), Map.of(), known, clock),
                ConfigDesk.none(),
                EvidenceDesk.none(),
                InsightEntry.snapshotsIn(state.resolve("snapshots")),
                List.of(),
                state,
                listed,
                List.of("lab")));
    List<Tool> tools = new ArrayList<>();
    toolsets.forEach(toolset -> tools.addAll(toolset.tools()));
    gate =
        new StandardGate(
            new GateParts(
                new Catalogue(tools),
                new Instances(List.of(new Instance("lab", client))),
                Policy.DEFAULT,
                table,
                new Approvals(state.resolve("approvals"), Duration.ofMinutes(1), 20, audit, clock),
                audit,
                journal,
                new Redactor(known),
                (callId, trace) -> System.err.println(callId + ": " + trace),
                GateSettings.defaults().withRates(UNLIMITED, UNLIMITED),
                clock));
  }

  /** {@return the stand-in node} */
  LabNode lab() {
    return lab;
  }

  /** {@return the gate} */
  Gate gate() {
    return gate;
  }

  /** {@return every toolset} */
  List<Toolset> toolsets() {
    return toolsets;
  }

  /** {@return where the state lies} */
  Path state() {
    return state;
  }

  /** Calls a tool through the gate; a call that fails ends the bench. */
  GateReply call(String tool, JsonObject arguments) {
    GateReply reply = gate.pass(new Invocation(tool, arguments, rights, "stdio", new Nobody()));
    if (!(reply instanceof GateReply.Done)) {
      throw new IllegalStateException(tool + " failed: " + reply);
    }
    return reply;
  }

  @Override
  public void close() throws IOException {
    client.close();
    lab.close();
    try (Stream<Path> files = Files.walk(state)) {
      for (Path file : files.sorted((one, other) -> other.compareTo(one)).toList()) {
        Files.delete(file);
      }
    }
  }

  /** No person is there, and nothing is withdrawn. */
  private record Nobody() implements Channel {
    @Override
    public boolean canAsk() {
      return false;
    }

    @Override
    public Answer answerTo(String approvalId) {
      return Answer.NOT_ASKED;
    }

    @Override
    public void progress(double done, double total, String message) {}

    @Override
    public boolean cancelled() {
      return false;
    }
  }
}
