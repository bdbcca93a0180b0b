package dev.opensipsmcp.server.toolset.probe;

import static dev.opensipsmcp.sip.testing.UdpStandIn.answer;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.sip.testing.RealKamailio;
import dev.opensipsmcp.sip.testing.UdpStandIn;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A registrar is tried with a secret that nobody sees. */
class RegisterToolTest {
  private final ProbeBench bench =
      new ProbeBench(
          List.of(),
          List.of(),
          Map.of(
              "OPENSIPS_MCP_SECRET_ALICE",
              "wonderland",
              "OPENSIPS_MCP_SECRET_WRONG",
              "lookingglass"));

  @AfterEach
  void stop() {
    bench.close();
  }

  private JsonObject register(int port, String more) {
    return bench.object(
        "sip_register_probe",
        "{\"target\":\"127.0.0.1:" + port + "\",\"aor\":\"sip:alice@lab.example\"" + more + "}");
  }

  @Test
  void aRealRegistrarIsTriedAndLeftAsItWas(@TempDir Path directory) {
    try (RealKamailio kamailio = RealKamailio.start(directory)) {
      JsonObject asked = register(kamailio.sipPort(), "");
      assertThat(asked.get("stage").getAsString()).isEqualTo("challenged");
      assertThat(asked.getAsJsonArray("challenges").toString()).contains("lab.example", "MD5");
      assertThat(asked.toString()).doesNotContain("nonce");

      JsonObject done =
          register(kamailio.sipPort(), ",\"password_from\":\"env:OPENSIPS_MCP_SECRET_ALICE\"");
      assertThat(done.get("stage").getAsString()).isEqualTo("registered_and_removed");
      assertThat(done.toString()).doesNotContain("wonderland", "response");

      JsonObject wrong =
          register(
              kamailio.sipPort(),
              ",\"password_from\":\"env:OPENSIPS_MCP_SECRET_WRONG\",\"transport\":\"tcp\"");
      assertThat(wrong.get("stage").getAsString()).isEqualTo("rejected");
      assertThat(wrong.get("next").getAsString()).contains("banned");
    }
  }

  @Test
  void anOpenRegistrarIsSaidToBeOpen() {
    try (UdpStandIn server =
        UdpStandIn.start(
            (request, _) -> List.of(answer(request, "200 OK", "Contact: <sip:a:b@192.0.2.1>")))) {
      JsonObject result = register(server.target().port(), "");
      assertThat(result.get("stage").getAsString()).isEqualTo("open");
      assertThat(result.getAsJsonArray("others")).hasToString("[\"sip:a:***@192.0.2.1\"]");
      assertThat(result.get("next").getAsString()).contains("www_authorize");
    }
  }

  @Test
  void aPersonIsAskedOnlyWhereSomethingIsRegistered() {
    assertThat(risk("")).isEqualTo(Risk.REVERSIBLE);
    assertThat(risk(",\"password_from\":\"env:OPENSIPS_MCP_SECRET_ALICE\""))
        .isEqualTo(Risk.DISRUPTIVE);
  }

  private Risk risk(String more) {
    Arguments arguments =
        new Arguments(
            JsonParser.parseString("{\"target\":\"127.0.0.1\",\"aor\":\"sip:a@b\"" + more + "}")
                .getAsJsonObject());
    Work.PerCall work = (Work.PerCall) bench.tool("sip_register_probe").work();
    return ((Work.Choice.Chosen) work.choose(arguments, bench.ports())).demand().risk();
  }

  @Test
  void whatCantBeMeantIsRefused() {
    for (String aor : List.of("sip:lab.example", "alice", "tel:123", "sip:a:pw@b", "sip:a@b>")) {
      assertThat(
              bench
                  .failure(
                      "sip_register_probe", "{\"target\":\"127.0.0.1\",\"aor\":\"" + aor + "\"}")
                  .code())
          .as(aor)
          .isEqualTo("ARGUMENTS_WRONG");
    }
    assertThat(
            bench
                .failure(
                    "sip_register_probe",
                    "{\"target\":\"127.0.0.1\",\"aor\":\"sip:a@b\",\"password_from\":\"env:NO\"}")
                .code())
        .startsWith("SECRET");
    assertThat(
            bench
                .failure("sip_register_probe", "{\"target\":\"192.0.2.1\",\"aor\":\"sip:a@b\"}")
                .code())
        .isEqualTo("PROBE_NOT_ALLOWED");
  }
}
