package dev.opensipsmcp.server.toolset.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.server.toolset.testing.OnLab;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TransactionToolsTest {
  private static final String OPTIONS =
      "{\"method\":\"OPTIONS\",\"uri\":\"sip:203.0.113.9\",\"from\":\"sip:noc@example.com\"";

  @ParameterizedTest
  @EnumSource(names = {"V3_6", "V4_0"})
  void aPeerAnswersOrDoesNot(Version version) {
    try (OnLab lab = OnLab.of(version)) {
      JsonObject reply =
          lab.object("transaction_send_request", OPTIONS + ",\"headers\":[\"X-Case: 1\"]}")
              .getAsJsonObject("answer");
      assertThat(reply.get("Status").getAsString()).isEqualTo("200 OK");
      assertThat(reply.get("Message").getAsString()).contains("To: <sip:203.0.113.9>;tag=");

      JsonObject silent =
          lab.object("transaction_send_request", OPTIONS + ",\"next_hop\":\"sip:x.invalid\"}")
              .getAsJsonObject("answer");
      assertThat(silent.get("Status").getAsString()).isEqualTo("408 Request Timeout");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ",\"headers\":[\"From: <sip:x@example.com>\"]}",
        ",\"headers\":[\"call-id: 1\"]}",
        ",\"headers\":[\"Authorization: Digest x\"]}",
        ",\"body\":\"hello\"}",
        ",\"to\":\"<sip:x@example.com>\"}"
      })
  void whatMakesNoRequestIsNotSent(String more) {
    try (OnLab lab = OnLab.of(Version.V3_6)) {
      assertThat(lab.code("transaction_send_request", OPTIONS + more)).isEqualTo("ARGUMENTS_WRONG");
      assertThat(lab.node().received("t_uac_dlg")).isZero();
    }
  }

  @Test
  void aRingingCallIsCancelled() {
    try (OnLab lab = OnLab.of(Version.V3_6)) {
      JsonObject cancelled =
          lab.object(
              "transaction_cancel", "{\"callid\":\"7f0c3@ua23.example.com\",\"cseq\":\"1\"}");
      assertThat(cancelled.getAsJsonObject("after").get("exists").getAsBoolean()).isFalse();
      assertThat(lab.code("transaction_cancel", "{\"callid\":\"nope\",\"cseq\":\"1\"}"))
          .isEqualTo("MI_REFUSED");
    }
  }

  @Test
  void aReplyThatWouldEndTheNodeIsNotSent() {
    String reply = "{\"trans_id\":\"%s\",\"code\":%d,\"reason\":\"-\",\"to_tag\":\"x\"}";
    try (OnLab lab = OnLab.of(Version.V3_6)) {
      assertThat(lab.code("transaction_reply", reply.formatted("19:1234567", 603)))
          .isEqualTo("KNOWN_CRASH");
      assertThat(lab.node().received("t_reply")).isZero();
      assertThat(lab.object("transaction_reply", reply.formatted("19:1234567", 183)).get("answer"))
          .hasToString("\"OK\"");
      assertThat(lab.code("transaction_reply", reply.formatted("1:1", 183)))
          .isEqualTo("MI_REFUSED");
    }
  }

  @Test
  void theTableIsSummedUp() {
    try (OnLab lab = OnLab.of(Version.V4_0)) {
      JsonObject quick = lab.object("transaction_count", "{}");
      assertThat(quick.getAsJsonObject("counters").has("inuse_transactions")).isTrue();
      assertThat(lab.node().received("t_hash")).as("the slow command").isZero();

      JsonObject sum = lab.object("transaction_count", "{\"by_slot\":true}");

      assertThat(sum.get("slots").getAsInt()).isEqualTo(65_536);
      assertThat(sum.get("transactions").getAsInt()).isEqualTo(4);
      assertThat(sum.getAsJsonArray("busiest")).hasSize(4);
    }
  }
}
