package dev.opensipsmcp.server.toolset.abuse;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.opensipsmcp.server.config.EvidenceEntry.BanEntry;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.testing.NodePorts;
import dev.opensipsmcp.server.toolset.testing.Outcomes;
import dev.opensipsmcp.sip.testing.RealProgram;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JailMakerTest {
  private static final String REPORT = "opensips-abuse: source=198.51.100.7 reason=auth_failed";

  /** As real nodes write it, to a terminal, to a log and to syslog. */
  private static final List<String> FAILURES =
      List.of(
          "Nov 28 04:00:00 edge opensips[12]: " + REPORT,
          "2026-11-28T04:00:00.123456+00:00 edge /usr/sbin/opensips[12]: " + REPORT,
          "opensips[12]: opensips-abuse: source=2001:db8::1 reason=flood",
          "Nov 28 04:00:00 [4711] NOTICE:" + REPORT,
          "Nov 28 04:00:00 edge opensips[12]: NOTICE:" + REPORT);

  private static final List<String> FORGED =
      List.of(
          "Nov 28 04:00:00 edge opensips[12]: call of " + REPORT,
          "Nov 28 04:00:00 edge opensips[12]: NOTICE:call of " + REPORT,
          "Nov 28 04:00:00 edge opensips[12]: opensips[12]: " + REPORT,
          "Nov 28 04:00:00 [12] opensips[12]: " + REPORT,
          "Nov 28 04:00:00 edge opensips[12]: " + REPORT + " or not",
          "Nov 28 04:00:00 edge sshd[12]: " + REPORT);

  private final NodePorts ports = NodePorts.nowhere();

  @AfterEach
  void stop() {
    ports.close();
  }

  private JsonObject made(Optional<Path> client, String version, List<String> samples) {
    Tool tool =
        AbuseDesk.tool(
            "fail2ban_generate", new BanEntry(client, Optional.empty(), List.of(), List.of()));
    JsonObject arguments = new JsonObject();
    arguments.addProperty("version", version);
    JsonArray lines = new JsonArray();
    samples.forEach(lines::add);
    arguments.add("samples", lines);
    return Outcomes.object(tool, ports.run(tool, arguments.toString()));
  }

  private static void assertMatches(JsonObject made, boolean expected) {
    assertThat(made.getAsJsonArray("samples"))
        .isNotEmpty()
        .allSatisfy(one ->
            assertThat(one.getAsJsonObject().get("matched").getAsBoolean())
                .as(one.toString())
                .isEqualTo(expected));
  }

  @Test
  void everyVersionTakesTheScript() {
    for (String version : List.of("3.4", "3.5", "3.6", "4.0")) {
      JsonObject made = made(Optional.empty(), version, List.of());
      assertThat(made.get("script_accepted").getAsBoolean()).as(version).isTrue();
      assertThat(made.get("jail_text").getAsString())
          .contains("[opensips]", "logpath = /var/log/opensips.log", "%(banaction_allports)s");
    }
  }

  @Test
  void reportsCountAndForgedOnesDoNot() {
    assertMatches(made(Optional.empty(), "3.6", FAILURES), true);
    JsonObject forged = made(Optional.empty(), "3.6", FORGED);
    assertMatches(forged, false);
    assertThat(forged.get("tested_by").getAsString()).isEqualTo("this server");
  }

  @Test
  void fail2banItselfAgrees() {
    Optional<Path> client = Optional.of(RealProgram.find("fail2ban-client", "fail2ban"));
    JsonObject made = made(client, "3.6", FAILURES);
    assertThat(made.get("tested_by").getAsString()).isEqualTo("fail2ban-regex");
    assertMatches(made, true);
    assertMatches(made(client, "3.6", FORGED), false);
  }

  @Test
  void whatWouldBreakOutOfTheFilesIsRefused() {
    Tool tool =
        AbuseDesk.tool(
            "fail2ban_generate",
            new BanEntry(Optional.empty(), Optional.empty(), List.of(), List.of()));
    for (String arguments :
        List.of(
            "{\"jail\":\"a]\\nb\"}",
            "{\"jail\":\"../x\"}",
            "{\"log_path\":\"/var/log/x\\naction = evil\"}",
            "{\"log_path\":\"x.log\"}",
            "{\"samples\":[\"a\\nb\"]}")) {
      assertThat(Outcomes.failure(ports.run(tool, arguments)).code())
          .as(arguments)
          .isEqualTo("ARGUMENTS_WRONG");
    }
  }

  @Test
  void withoutFail2banItIsSaid() {
    BanEntry none = new BanEntry(Optional.empty(), Optional.empty(), List.of(), List.of());
    for (String name :
        List.of("fail2ban_get_status", "fail2ban_get_jail", "fail2ban_list_banned")) {
      assertThat(Outcomes.failure(ports.run(AbuseDesk.tool(name, none), "{}")).code())
          .isEqualTo("BAN_NOT_CONFIGURED");
    }
  }
}
