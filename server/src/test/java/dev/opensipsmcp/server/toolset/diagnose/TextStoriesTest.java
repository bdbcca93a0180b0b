package dev.opensipsmcp.server.toolset.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import org.junit.jupiter.api.Test;

/** What a configuration's text and the messages of calls tell beside a node. */
class TextStoriesTest {
  static final String GOOD =
      """
      log_level = 3
      socket = udp:127.0.0.1:5060
      mpath = "/usr/lib/opensips/modules/"
      loadmodule "proto_udp.so"
      loadmodule "signaling.so"
      loadmodule "sl.so"
      loadmodule "maxfwd.so"
      route {
      	if (!mf_process_maxfwd_header(10)) {
      		send_reply(483, "Too Many Hops");
      		exit;
      	}
      	route(answer);
      }
      route[answer] {
      	send_reply(404, "Not Here");
      }
      """;

  /** Has three faults. */
  static final String BROKEN =
      GOOD.replace("route(answer);", "route(anwser);\n\tno_such_function();")
          .replace("loadmodule \"maxfwd.so\"\n", "");

  /** Lets everybody manage it, and relays for everybody. */
  static final String OPEN =
      GOOD.replace(
              "loadmodule \"sl.so\"\n",
              """
              loadmodule "sl.so"
              loadmodule "tm.so"
              loadmodule "httpd.so"
              modparam("httpd", "ip", "0.0.0.0")
              loadmodule "mi_http.so"
              """)
          .replace("send_reply(404, \"Not Here\");", "t_relay();");

  @Test
  void allThatHindersAStartIsNamedNotOnlyTheFirst() {
    try (OnNode on = OnNode.make()) {
      JsonObject json =
          on.ask("symptom", "the server does not start after my change", "text", BROKEN);
      assertThat(json.get("task").getAsString()).isEqualTo("no_start");
      assertThat(json.getAsJsonArray("findings").size()).isGreaterThanOrEqualTo(3);
      assertThat(json.getAsJsonArray("findings").get(0).toString())
          .contains("certain")
          .contains("opensips.cfg line ");
    }
  }

  @Test
  void aConfigurationThatStartsIsNoCauseForAlarm() {
    try (OnNode on = OnNode.make()) {
      on.findsNothing("symptom", "the server does not start after my change", "text", GOOD);
    }
  }

  @Test
  void aPortThatIsTakenIsNamedByTheLog() {
    String log =
        "ERROR:core:udp_init_listener: bind(8, 0x7f, 16) on 192.0.2.1: Address already in use\n";
    try (OnNode on = OnNode.make()) {
      assertThat(on.first("symptom", "OpenSIPS fails to start", "text", log))
          .startsWith("Another process has the port already.");
    }
  }

  @Test
  void anOpenDoorIsNamedByTheAudit() {
    try (OnNode on = OnNode.make()) {
      JsonObject json = on.ask("symptom", "audit my config before go-live", "text", OPEN);
      assertThat(json.getAsJsonArray("findings").toString())
          .contains("management over HTTP that others can reach (S01)");
    }
  }

  @Test
  void aConfigurationWithoutHighFindingsIsToldSo() {
    try (OnNode on = OnNode.make()) {
      on.findsNothing("symptom", "audit my config before go-live", "text", GOOD);
    }
  }

  @Test
  void whatTheNewVersionLacksIsNamed() {
    String old = GOOD.replace("log_level = 3", "log_level = 3\nchildren = 4");
    try (OnNode on = OnNode.make()) {
      assertThat(on.first("symptom", "move this config from 3.4 to 4.0", "text", old))
          .startsWith("opensips.cfg line ");
      on.findsNothing("symptom", "move this config from 3.4 to 4.0", "text", GOOD);
    }
  }

  @Test
  void whoeverWantsAConfigurationIsShownTheToolsThatMakeOne() {
    try (OnNode on = OnNode.make()) {
      on.findsNothing("symptom", "build me a config for a trunk");
      assertThat(
              on.ask("symptom", "build me a config for a trunk").getAsJsonArray("next").toString())
          .contains("cfg_build_from_flags");
    }
  }

  @Test
  void aFileToBuildOnThatTheNodeWouldRefuseIsNamedBeforeAnythingIsBuilt() {
    String template = GOOD.replace("maxfwd.so", "no_such_module.so");
    try (OnNode on = OnNode.make()) {
      JsonObject json =
          on.ask("symptom", "build me a config for a trunk from this template", "text", template);
      assertThat(json.get("task").getAsString()).isEqualTo("build_config");
      assertThat(json.getAsJsonArray("findings").get(0).toString())
          .contains("certain")
          .contains("unknown module");
      on.findsNothing("symptom", "build me a config for a trunk from this template", "text", GOOD);
    }
  }

  @Test
  void aCallThatWasRefusedIsToldWithItsCode() {
    String text =
        new Wire()
            .invite("192.0.2.50", "192.0.2.50")
            .at(400, Wire.CALLEE, Wire.PROXY, "SIP/2.0 503 Service Unavailable", "1 INVITE")
            .at(404, Wire.PROXY, Wire.PHONE, "SIP/2.0 503 Service Unavailable", "1 INVITE")
            .text();
    try (OnNode on = OnNode.make()) {
      assertThat(on.first("symptom", "show me the call, why did it fail", "text", text))
          .isEqualTo("The call was refused with 503.");
    }
  }

  @Test
  void aCallThatWentWellHasNoFault() {
    try (OnNode on = OnNode.make()) {
      on.findsNothing("symptom", "what happened in this call", "text", Wire.healthy());
    }
  }

  @Test
  void aSignatureThatIsRefusedIsToldByItsCode() {
    String text =
        new Wire()
            .invite("192.0.2.50", "192.0.2.50")
            .at(400, Wire.CALLEE, Wire.PROXY, "SIP/2.0 438 Invalid Identity Header", "1 INVITE")
            .text();
    try (OnNode on = OnNode.make()) {
      assertThat(on.first("symptom", "STIR/SHAKEN verification fails", "text", text))
          .contains("438: the signature does not fit");
    }
  }

  @Test
  void aSignedCallIsNoCauseForAlarm() {
    String text =
        new Wire()
            .at(
                0,
                Wire.PHONE,
                Wire.PROXY,
                "INVITE sip:bob@example.com SIP/2.0",
                "1 INVITE",
                "Identity: eyJhbGciOiJFUzI1NiJ9.e30.c2ln;info=<https://cert.example.org/c.pem>")
            .at(
                5,
                Wire.PROXY,
                Wire.CALLEE,
                "INVITE sip:bob@198.51.100.9 SIP/2.0",
                "1 INVITE",
                "Identity: eyJhbGciOiJFUzI1NiJ9.e30.c2ln;info=<https://cert.example.org/c.pem>")
            .answer(900, "198.51.100.9:5060", "192.0.2.50")
            .ack(950, Wire.CALLEE)
            .text();
    try (OnNode on = OnNode.make()) {
      on.findsNothing("symptom", "calls arrive unsigned, Identity header is missing", "text", text);
    }
  }
}
