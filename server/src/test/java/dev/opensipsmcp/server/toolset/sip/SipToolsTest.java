package dev.opensipsmcp.server.toolset.sip;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.toolset.evidence.EvidenceDesk;
import dev.opensipsmcp.server.toolset.testing.NodePorts;
import dev.opensipsmcp.server.toolset.testing.Outcomes;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class SipToolsTest {
  private static final String INVITE =
      """
      INVITE sip:+4930123456@carrier.example SIP/2.0
      Via: SIP/2.0/UDP 192.168.1.20:5060;branch=z9hG4bKabc
      Max-Forwards: 70
      From: "Ann" <sip:ann:plantedUriSecret@home.example>;tag=11
      To: <sip:+4930123456@carrier.example>
      Call-ID: call-1@192.168.1.20
      CSeq: 2 INVITE
      Contact: <sip:ann@192.168.1.20:5060>
      Proxy-Authorization: Digest username="ann", realm="home.example", nonce="abc", uri="sip:other@carrier.example", response="00112233445566778899aabbccddeeff", cnonce="plantedCnonce", qop=auth
      Content-Type: application/sdp
      Content-Length: LENGTH

      """;
  private static final String SDP =
      """
      v=0
      o=- 1 1 IN IP4 192.168.1.20
      s=-
      c=IN IP4 192.168.1.20
      t=0 0
      m=audio 4000 RTP/SAVP 8 101
      a=rtpmap:101 telephone-event/8000
      a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:plantedMediaKeyplantedMediaKeyplantedM
      """;
  private static final String MESSAGE =
      INVITE.replace("LENGTH", "" + SDP.replace("\n", "\r\n").length()) + SDP;
  private static final List<String> SECRETS =
      List.of("plantedUriSecret", "00112233", "plantedCnonce", "plantedMediaKey");

  private static Tool tool(String name) {
    return SipToolset.make(EvidenceDesk.none()).tools().stream()
        .filter(tool -> tool.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Outcome run(String name, Object... pairs) {
    JsonObject json = new JsonObject();
    for (int i = 0; i < pairs.length; i += 2) {
      switch (pairs[i + 1]) {
        case Integer number -> json.addProperty((String) pairs[i], number);
        case Boolean flag -> json.addProperty((String) pairs[i], flag);
        case Object other -> json.addProperty((String) pairs[i], other.toString());
      }
    }
    try (NodePorts ports = NodePorts.nowhere()) {
      return ((Work.Read) tool(name).work()).run(new Arguments(json), ports);
    }
  }

  private static JsonObject object(String name, Object... pairs) {
    JsonObject json = Outcomes.object(tool(name), run(name, pairs));
    SECRETS.forEach(secret -> assertThat(json.toString()).doesNotContain(secret));
    return json;
  }

  private static List<String> rules(JsonObject json) {
    return StreamSupport.stream(json.getAsJsonArray("findings").spliterator(), false)
        .map(JsonElement::getAsJsonObject)
        .map(finding -> finding.get("rule").getAsString())
        .toList();
  }

  @Test
  void aMessageIsTakenApartWithoutItsSecrets() {
    JsonObject json = object("sip_parse_message", "message", MESSAGE);

    assertThat(json.getAsJsonArray("defects")).isEmpty();
    assertThat(json.getAsJsonObject("dialog").get("call_id").getAsString())
        .isEqualTo("call-1@192.168.1.20");
    assertThat(json.toString())
        .contains("AES_CM_128_HMAC_SHA1_80 inline:***", "sip:ann:***@home.example");
    JsonObject digest = json.getAsJsonArray("digest").get(0).getAsJsonObject();
    assertThat(digest.get("username").getAsString()).isEqualTo("ann");
    assertThat(digest.get("uri_fits").getAsBoolean()).isFalse();
    assertThat(((Outcome.Value) run("sip_parse_message", "message", MESSAGE)).warnings())
        .contains(GivenMessage.UNTRUSTED);
  }

  @Test
  void bytesThatAreNoTextComeAsBase64() {
    byte[] bytes = MESSAGE.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1);
    bytes[bytes.length / 3] = (byte) 0xff;

    JsonObject json =
        object(
            "sip_parse_message",
            "message",
            Base64.getEncoder().encodeToString(bytes),
            "base64",
            true);

    assertThat(json.get("defects").toString()).contains("NOT_UTF8");
    assertThat(Outcomes.failure(run("sip_parse_message", "message", "%%%a", "base64", true)).code())
        .isEqualTo("ARGUMENTS_WRONG");
    assertThat(Outcomes.failure(run("sip_lint_message", "message", " ")).code())
        .isEqualTo("ARGUMENTS_WRONG");
  }

  @Test
  void theLintFindsWhatIsPlanted() {
    JsonObject json = object("sip_lint_message", "message", MESSAGE);

    assertThat(rules(json)).contains("SIP25", "SIP26", "SIP35", "SIP44", "SDP22");
    assertThat(rules(object("sip_lint_message", "message", "garbage"))).contains("SIP01");
  }

  @Test
  void aMessageIsToldInPlainWords() {
    JsonObject json = object("sip_explain_message", "message", MESSAGE);

    assertThat(json.get("what").getAsString()).contains("INVITE", "begin a session");
    assertThat(json.get("who").getAsString()).contains("home.example", "call-1");
    assertThat(json.get("next").toString()).contains("ACK");
    assertThat(json.get("points").toString()).contains("PCMA/8000");
  }

  @Test
  void whatAHopChangedIsTold() {
    String after =
        MESSAGE
            .replace("Via:", "Via: SIP/2.0/UDP 203.0.113.1;branch=z9hG4bKhop\nVia:")
            .replace("Max-Forwards: 70", "Max-Forwards: 69")
            .replace("c=IN IP4 192.168.1.20", "c=IN IP4 203.0.113.2");

    JsonObject json = object("sip_compare_messages", "before", MESSAGE, "after", after);

    assertThat(json.get("in_all").getAsInt()).isEqualTo(3);
    assertThat(json.toString())
        .contains("A hop added itself", "One hop, as it should be", "media relay");
    assertThat(
            object("sip_compare_messages", "before", MESSAGE, "after", MESSAGE)
                .get("in_all")
                .getAsInt())
        .isZero();
  }

  @Test
  void offersAndAnswersAreComparedAlsoOutOfMessages() {
    JsonObject json =
        object(
            "sdp_compare",
            "offer",
            MESSAGE,
            "answer",
            SDP.replace("RTP/SAVP 8 101", "RTP/AVP 8").replaceAll("a=[^\n]*\n", ""));

    assertThat(rules(json)).contains("SDP08", "SDP09", "SDP12", "SDP13");
    assertThat(json.get("verdict").getAsString()).contains("1 of 1");
    assertThat(object("sdp_parse", "sdp", SDP).toString())
        .contains("1 AES_CM_128_HMAC_SHA1_80", "PCMA/8000");
    assertThat(Outcomes.failure(run("sdp_parse", "sdp", "nothing")).code())
        .isEqualTo("ARGUMENTS_WRONG");
  }

  @Test
  void aCodeIsExplainedInItsContext() {
    JsonObject json =
        object(
            "sip_explain_code",
            "code",
            503,
            "method",
            "invite",
            "headers",
            "Retry-After: 30\nWarning: 399 x \"y\"\nReason: Q.850;cause=34;text=\"x\"");

    assertThat(json.get("phrase").getAsString()).isEqualTo("Service Unavailable");
    assertThat(json.get("context").toString()).contains("30 s", "Warning 399", "No circuit");
    assertThat(json.getAsJsonArray("causes")).isNotEmpty();
    assertThat(object("sip_explain_code", "code", 499).get("registered").getAsBoolean()).isFalse();
  }

  @Test
  void identityThatIsNotThereIsAFailure() {
    assertThat(Outcomes.failure(run("sip_decode_identity", "message", MESSAGE)).code())
        .isEqualTo("ARGUMENTS_INCOMPLETE");
    assertThat(
            Outcomes.failure(run("sip_decode_identity", "identity", "a", "received_at", "x"))
                .code())
        .isEqualTo("TIME_INVALID");
    assertThat(object("sip_decode_identity", "identity", "a.b.c;info=<x>").toString())
        .contains("can't be decoded", "unknown: no certificate");
  }
}
