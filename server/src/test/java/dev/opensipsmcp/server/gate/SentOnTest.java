package dev.opensipsmcp.server.gate;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.lab.LabNode;
import dev.opensipsmcp.mi.MiClient;
import dev.opensipsmcp.mi.MiEndpoint;
import dev.opensipsmcp.mi.MiSettings;
import dev.opensipsmcp.server.approval.Approvals;
import dev.opensipsmcp.server.audit.AuditLog;
import dev.opensipsmcp.server.instance.Instance;
import dev.opensipsmcp.server.instance.Instances;
import dev.opensipsmcp.server.journal.ChangeJournal;
import dev.opensipsmcp.server.policy.Policy;
import dev.opensipsmcp.server.policy.Role;
import dev.opensipsmcp.server.redact.Redactor;
import dev.opensipsmcp.server.toolset.mi.MiTable;
import dev.opensipsmcp.server.toolset.testing.AllTools;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nobody gets more done over a cluster than on the node itself, whichever tool is taken. */
class SentOnTest {
  private static final String SENDING = "cluster_send_mi";
  private static final String SEND =
      """
      {"cluster_id":1,"node_id":3,"mi_cmd":"%s","mi_params":"%s"}
      """;
  private static final String EXECUTE =
      """
      {"command":"%s","params":{"cluster_id":1,"destination":3,"cmd_name":"%s"}}
      """;

  @TempDir Path directory;
  private LabNode lab;
  private MiClient client;
  private Gate gate;

  @BeforeEach
  void start() {
    lab = LabNode.start(Version.V3_6);
    client = MiClient.of(MiEndpoint.parse(lab.miUrl().toString()), MiSettings.defaults());
    Clock clock = Clock.systemUTC();
    AuditLog audit = new AuditLog(directory.resolve("audit.jsonl"), clock);
    gate =
        new StandardGate(
            new GateParts(
                new Catalogue(AllTools.tools()),
                new Instances(List.of(new Instance("lab", client))),
                Policy.DEFAULT,
                new MiTable(),
                new Approvals(
                    directory.resolve("approvals"), Duration.ofMinutes(1), 4, audit, clock),
                audit,
                new ChangeJournal(directory.resolve("changes.jsonl")),
                new Redactor(List.of()),
                (id, trace) -> {
                  throw new AssertionError(id + ": " + trace);
                },
                GateSettings.defaults(),
                clock));
  }

  @AfterEach
  void stop() {
    client.close();
    lab.close();
  }

  private GateReply call(Role role, String tool, String arguments) {
    JsonObject json = JsonParser.parseString(arguments).getAsJsonObject();
    return gate.pass(
        new Invocation(tool, json, role.rights("tester", false), "test", new FakeChannel(false)));
  }

  private static String code(GateReply reply) {
    return switch (reply) {
      case GateReply.Failed failed -> failed.code();
      case GateReply.Done _ -> "DONE";
      case GateReply.AskPerson _ -> "ASK";
      case GateReply.NoSuchTool _ -> "NO_TOOL";
    };
  }

  @Test
  void aViewerSendsOnWhatReadsAndNothingElse() {
    assertThat(code(call(Role.VIEWER, "cluster_send_command", SEND.formatted("uptime", "{}"))))
        .isEqualTo("DONE");
    assertThat(
            code(call(Role.VIEWER, "cluster_send_command", SEND.formatted("fraud_reload", "{}"))))
        .isEqualTo("SCOPE_MISSING");
  }

  @Test
  void theCommandByItsOwnNameIsLookedThroughToo() {
    assertThat(code(call(Role.VIEWER, "mi_execute", EXECUTE.formatted(SENDING, "uptime"))))
        .isEqualTo("DONE");
    assertThat(code(call(Role.VIEWER, "mi_execute", EXECUTE.formatted(SENDING, "fraud_reload"))))
        .isEqualTo("SCOPE_MISSING");
  }

  @Test
  void anOperatorNeedsAPersonForWhatNeedsOneOnTheNodeItself() {
    assertThat(
            code(call(Role.OPERATOR, "cluster_send_command", SEND.formatted("fraud_reload", ""))))
        .isEqualTo("DONE");
    assertThat(
            code(
                call(
                    Role.OPERATOR,
                    "cluster_send_command",
                    SEND.formatted("rl_reset_pipe", "{\\\"pipe\\\":\\\"gw_pstn\\\"}"))))
        .isNotEqualTo("DONE");
    assertThat(code(call(Role.OPERATOR, "mi_execute", EXECUTE.formatted(SENDING, "kill"))))
        .isNotEqualTo("DONE");
    assertThat(lab.received())
        .noneMatch(received -> received.params().toString().contains("kill"))
        .noneMatch(received -> received.params().toString().contains("gw_pstn"));
  }
}
