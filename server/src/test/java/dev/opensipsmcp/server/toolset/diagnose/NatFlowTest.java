package dev.opensipsmcp.server.toolset.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.opensipsmcp.server.toolset.diagnose.engine.Move;
import org.junit.jupiter.api.Test;

/** What a NAT does to one call, in one answer. */
class NatFlowTest {
  @Test
  void aPrivateMediaAddressAndMissingPingsAreBothTold() {
    String text =
        new Wire()
            .invite("10.0.0.7", "10.0.0.7")
            .answer(900, "198.51.100.9:5060", "198.51.100.9")
            .ack(950, Wire.CALLEE)
            .text();
    try (OnNode on = OnNode.make()) {
      on.answers("nh_enable_ping", "{\"Status\":0}");
      JsonObject json =
          on.run("diagnose_nat_flow", Move.arguments("callid", "drop@example.com", "text", text));

      assertThat(json.get("summary").getAsString()).contains("private media address");
      assertThat(json.getAsJsonArray("findings").toString())
          .contains("pings are switched off")
          .contains("nathelper_enable_ping");
    }
  }

  @Test
  void aCallThroughARelayIsFine() {
    try (OnNode on = OnNode.make()) {
      on.answers("rtpengine_show", "[]");
      JsonObject json =
          on.run(
              "diagnose_nat_flow",
              Move.arguments("callid", "drop@example.com", "text", Wire.healthy()));

      assertThat(json.getAsJsonArray("findings")).isEmpty();
      assertThat(json.getAsJsonArray("fine").toString())
          .contains("No private media address is passed on");
    }
  }
}
