package dev.opensipsmcp.server.toolset.abuse;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.opensipsmcp.server.config.EvidenceEntry.BanEntry;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Plan;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.testing.NodePorts;
import dev.opensipsmcp.server.toolset.testing.Outcomes;
import dev.opensipsmcp.sip.testing.PrivateFail2ban;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real fail2ban, and a node that is not there. */
class BanToolsTest {
  private static final String ATTACKER = "{\"ip\":\"198.51.100.7\"}";

  @TempDir private Path directory;
  private final NodePorts ports = NodePorts.nowhere();
  private PrivateFail2ban real;

  @BeforeEach
  void start() throws IOException {
    real = PrivateFail2ban.start(directory, JailText.EXPRESSION.expression());
  }

  @AfterEach
  void stop() {
    real.close();
    ports.close();
  }

  private Tool tool(String name, String... jails) {
    return AbuseDesk.tool(
        name,
        new BanEntry(
            Optional.of(real.client()),
            Optional.of(real.socket()),
            List.of(jails),
            List.of("203.0.113.0/24")));
  }

  private Outcome run(String name, String arguments) {
    return ports.run(tool(name), arguments);
  }

  private List<JsonObject> banned() {
    Tool list = tool("fail2ban_list_banned");
    return Outcomes.rows(list, ports.run(list, "{}"));
  }

  @Test
  void anAttackerIsBannedAndLetInAgain() {
    Tool ban = tool("fail2ban_ban_ip");
    JsonObject done = Outcomes.object(ban, ports.run(ban, ATTACKER));
    assertThat(done.get("banned").getAsBoolean()).isTrue();
    assertThat(banned())
        .extracting(row -> row.get("ip").getAsString())
        .containsExactly("198.51.100.7");
    Tool jail = tool("fail2ban_get_jail");
    assertThat(Outcomes.object(jail, ports.run(jail, "{}")).get("banned").getAsInt()).isEqualTo(1);
    assertThat(Outcomes.failure(ports.run(ban, ATTACKER)).code()).isEqualTo("TARGET_UNFIT");

    Tool unban = tool("fail2ban_unban_ip");
    assertThat(Outcomes.object(unban, ports.run(unban, ATTACKER)).get("banned").getAsBoolean())
        .isFalse();
    assertThat(banned()).isEmpty();
    assertThat(Outcomes.failure(ports.run(unban, ATTACKER)).code()).isEqualTo("TARGET_UNFIT");
  }

  @Test
  void thePlanSaysWhatCouldNotBeCheckedAndHowItIsTakenBack() {
    Plan.Ready plan = (Plan.Ready) ports.plan(tool("fail2ban_ban_ip"), ATTACKER);
    assertThat(plan.summary()).isEqualTo("Ban 198.51.100.7 in jail opensips");
    assertThat(plan.shown().toString()).contains("No database is configured", "ds_list");
    assertThat(plan.restore().orElseThrow().inverse().tool()).isEqualTo("fail2ban_unban_ip");
    assertThat(banned()).isEmpty();
  }

  @Test
  void nobodyWhoBelongsToTheSetupIsBanned() {
    for (String protectedOne :
        List.of(
            "127.0.0.1",
            "127.9.9.9",
            "::1",
            "::ffff:127.0.0.1",
            "0.0.0.0",
            "::",
            "224.0.0.1",
            "255.255.255.255",
            "203.0.113.9",
            "192.0.2.77",
            "192.0.2.88")) {
      assertThat(
              Outcomes.failure(run("fail2ban_ban_ip", "{\"ip\":\"" + protectedOne + "\"}")).code())
          .as(protectedOne)
          .isEqualTo("ADDRESS_PROTECTED");
    }
    assertThat(banned()).isEmpty();
  }

  @Test
  void whatIsNoSingleAddressIsRefused() {
    for (String wrong :
        List.of("198.51.100.0/24", "attacker.example", "198.51.100", "-s", "", "1 2", "::1%lo")) {
      assertThat(Outcomes.failure(run("fail2ban_ban_ip", "{\"ip\":\"" + wrong + "\"}")).code())
          .as(wrong)
          .isEqualTo("ARGUMENTS_WRONG");
    }
  }

  @Test
  void onlyJailsThatTheSettingsNameAreChanged() {
    Outcome.Failure failure =
        Outcomes.failure(ports.run(tool("fail2ban_ban_ip", "sshd"), ATTACKER));
    assertThat(failure.code()).isEqualTo("TARGET_UNFIT");
    assertThat(failure.nextStep()).contains("sshd");
    Tool status = tool("fail2ban_get_status", "sshd");
    assertThat(((Outcome.Value) ports.run(status, "{}")).data())
        .hasToString("[{\"jail\":\"opensips\",\"changeable\":false}]");
    assertThat(
            Outcomes.failure(run("fail2ban_unban_ip", "{\"ip\":\"198.51.100.7\",\"jail\":\"no\"}"))
                .code())
        .isEqualTo("TARGET_NOT_FOUND");
  }
}
