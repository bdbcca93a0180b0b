package dev.opensipsmcp.server.toolset.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.opensipsmcp.server.config.EvidenceEntry.RelayEntry;
import dev.opensipsmcp.server.toolset.testing.StandInRelay;
import org.junit.jupiter.api.Test;

/** What the messages of one call show. */
class CallStoriesTest {
  private static final String DROP = "calls drop after 30 seconds";
  private static final String AUDIO = "one-way audio, the callee hears nothing";

  /** The callee's private Contact is not repaired: the proxy sends the ACK into nowhere. */
  static String lost() {
    Wire wire =
        new Wire()
            .invite("192.0.2.50", "192.0.2.50")
            .answer(900, "10.0.0.99:5060", "192.0.2.50")
            .ack(950, "10.0.0.99:5060");
    for (int again : new int[] {1_400, 2_400, 4_400, 8_400, 12_400, 16_400, 20_400}) {
      wire.answer(again, "10.0.0.99:5060", "192.0.2.50").ack(again + 40, "10.0.0.99:5060");
    }
    return wire.bye(32_900).text();
  }

  @Test
  void anAckThatGoesToAPrivateContactIsNamedWithTheAddress() {
    try (OnNode on = OnNode.make()) {
      JsonObject json = on.ask("symptom", DROP, "text", lost());

      assertThat(json.get("task").getAsString()).isEqualTo("calls_drop");
      assertThat(json.getAsJsonArray("findings").get(0).toString())
          .contains("certain")
          .contains("The ACK goes to \\\"10.0.0.99\\\" instead of \\\"198.51.100.9\\\"")
          .contains("fix_nated_contact");
    }
  }

  @Test
  void anAckThatTheProxySwallowsIsNamedByItsPlace() {
    Wire wire =
        new Wire()
            .invite("192.0.2.50", "192.0.2.50")
            .answer(900, "198.51.100.9:5060", "192.0.2.50")
            .at(950, Wire.PHONE, Wire.PROXY, "ACK sip:bob@198.51.100.9 SIP/2.0", "1 ACK");
    for (int again : new int[] {1_400, 2_400, 4_400}) {
      wire.at(
          again,
          Wire.CALLEE,
          Wire.PROXY,
          "SIP/2.0 200 OK",
          "1 INVITE",
          Wire.sdp(
              "192.0.2.50",
              "RTP/AVP",
              "Contact: <sip:bob@198.51.100.9:5060>",
              "Record-Route: <sip:192.0.2.1;lr>"));
    }
    try (OnNode on = OnNode.make()) {
      assertThat(on.first("symptom", DROP, "text", wire.text()))
          .contains("reaches \"192.0.2.1\" and is not passed on to \"198.51.100.9\"");
    }
  }

  @Test
  void aCallThatEndsWithItsSessionTimerIsNoLostAck() {
    String text =
        new Wire()
            .at(
                0,
                Wire.PHONE,
                Wire.PROXY,
                "INVITE sip:bob@example.com SIP/2.0",
                "1 INVITE",
                "Session-Expires: 90;refresher=uac")
            .at(
                5,
                Wire.PROXY,
                Wire.CALLEE,
                "INVITE sip:bob@198.51.100.9 SIP/2.0",
                "1 INVITE",
                "Session-Expires: 90;refresher=uac")
            .at(
                900,
                Wire.CALLEE,
                Wire.PROXY,
                "SIP/2.0 200 OK",
                "1 INVITE",
                "Contact: <sip:bob@198.51.100.9>",
                "Session-Expires: 90;refresher=uac")
            .at(
                905,
                Wire.PROXY,
                Wire.PHONE,
                "SIP/2.0 200 OK",
                "1 INVITE",
                "Contact: <sip:bob@198.51.100.9>",
                "Session-Expires: 90;refresher=uac")
            .ack(950, Wire.CALLEE)
            .bye(61_000)
            .text();
    try (OnNode on = OnNode.make()) {
      assertThat(on.first("symptom", DROP, "text", text)).contains("session timer");
    }
  }

  @Test
  void aCallThatWentWellIsNoCauseForAlarm() {
    try (OnNode on = OnNode.make()) {
      on.findsNothing("symptom", DROP, "text", Wire.healthy());
    }
  }

  @Test
  void aPrivateMediaAddressThatIsPassedOnIsNamed() {
    String text =
        new Wire()
            .invite("10.0.0.7", "10.0.0.7")
            .answer(900, "198.51.100.9:5060", "198.51.100.9")
            .ack(950, Wire.CALLEE)
            .bye(20_000)
            .text();
    try (OnNode on = OnNode.make()) {
      JsonObject json = on.ask("symptom", AUDIO, "text", text);

      assertThat(json.get("task").getAsString()).isEqualTo("one_way_audio");
      assertThat(json.getAsJsonArray("findings").get(0).toString())
          .contains("certain")
          .contains("\\\"192.0.2.1\\\" passes on the private media address \\\"10.0.0.7\\\"");
    }
  }

  @Test
  void mediaThroughARelayIsNoCauseForAlarm() {
    String text =
        new Wire()
            .invite("10.0.0.7", "192.0.2.50")
            .answer(900, "198.51.100.9:5060", "192.0.2.50")
            .ack(950, Wire.CALLEE)
            .bye(20_000)
            .text();
    try (OnNode on = OnNode.make()) {
      on.answers("rtpengine_show", "[]").findsNothing("symptom", AUDIO, "text", text);
    }
  }

  @Test
  void whoIsNotHeardIsToldByTheRelaysCounters() throws Exception {
    long now = System.currentTimeMillis() / 1000;
    try (StandInRelay relay = new StandInRelay();
        OnNode on = OnNode.make()) {
      on.with(new RelayEntry("east", "rtpengine", relay.url(), 1_000));
      relay.carry("call@pbx", now - 60, new long[] {3_000, 0}, new long[] {now, 0});
      relay.carry("fine@pbx", now - 60, new long[] {3_000, 2_900}, new long[] {now, now});
      on.answers("rtpengine_show", "[]");

      assertThat(on.first("symptom", AUDIO, "call_id", "call@pbx"))
          .startsWith("The media relay receives packets of one side only");
      on.findsNothing("symptom", AUDIO, "call_id", "fine@pbx");
    }
  }
}
