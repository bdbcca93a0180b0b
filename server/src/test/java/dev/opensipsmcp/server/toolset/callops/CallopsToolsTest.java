package dev.opensipsmcp.server.toolset.callops;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.server.toolset.testing.OnLab;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CallopsToolsTest {
  private static final String TALKS = "{\"callid\":\"7f0c7@ua27.example.com\"}";
  private static final String RINGS = "{\"callid\":\"7f0c3@ua23.example.com\"}";

  @ParameterizedTest
  @EnumSource(names = {"V3_6", "V4_0"})
  void aCallIsHeldAndResumedThoughVersionsNoteItDifferently(Version version) {
    try (OnLab lab = OnLab.of(version)) {
      JsonObject held = lab.object("call_hold", TALKS);
      assertThat(sides(held, "before")).isEqualTo("no no");
      assertThat(sides(held, "after")).isEqualTo("yes yes");
      assertThat(lab.code("call_hold", TALKS)).isEqualTo("MI_REFUSED");

      JsonObject resumed = lab.object("call_unhold", TALKS);
      assertThat(sides(resumed, "before")).isEqualTo("yes yes");
      assertThat(sides(resumed, "after")).isEqualTo("no no");
      assertThat(lab.code("call_unhold", TALKS)).isEqualTo("MI_REFUSED");
    }
  }

  @Test
  void aHoldIsTakenBackByResumingAndTheOtherWayRound() {
    try (OnLab lab = OnLab.of(Version.V3_6)) {
      assertThat(lab.plan("call_hold", TALKS).restore().orElseThrow().inverse().tool())
          .isEqualTo("call_unhold");
      lab.object("call_hold", TALKS);
      assertThat(lab.plan("call_unhold", TALKS).restore().orElseThrow().inverse().tool())
          .isEqualTo("call_hold");
      assertThat(lab.plan("call_hold", TALKS).restore()).isEmpty();
    }
  }

  @Test
  void whatIsNoTalkingCallIsLeftAlone() {
    try (OnLab lab = OnLab.of(Version.V3_6)) {
      assertThat(lab.code("call_hold", "{\"callid\":\"nope\"}")).isEqualTo("TARGET_NOT_FOUND");
      assertThat(lab.code("call_hold", RINGS)).isEqualTo("MI_REFUSED");
    }
  }

  @Test
  void aTransferSaysWhereToOrIntoWhichCall() {
    String call = "{\"callid\":\"7f0c7@ua27.example.com\",\"leg\":\"callee\"";
    try (OnLab lab = OnLab.of(Version.V4_0)) {
      assertThat(lab.code("call_transfer", call + "}")).isEqualTo("ARGUMENTS_WRONG");
      assertThat(lab.code("call_transfer", call + ",\"transfer_callid\":\"x\"}"))
          .isEqualTo("ARGUMENTS_WRONG");

      JsonObject moved =
          lab.object("call_transfer", call + ",\"destination\":\"sip:nina@example.com\"}");

      assertThat(moved.getAsJsonObject("after").get("transferring").getAsString())
          .isEqualTo("callee");
      assertThat(lab.code("call_transfer", call + ",\"destination\":\"sip:nina@example.com\"}"))
          .as("a dialog takes one transfer")
          .isEqualTo("MI_REFUSED");
    }
  }

  @Test
  void aSessionOfTheNodesOwnLives() {
    String start =
        "{\"uri\":\"sip:bob@203.0.113.9\",\"to\":\"Bob,sip:bob@example.com\","
            + "\"from\":\"sip:desk@example.com\",\"socket\":\"udp:192.0.2.1:5060\","
            + "\"headers\":[\"X-Case: 1\"],\"body\":\"v=0\"}";
    try (OnLab lab = OnLab.of(Version.V3_6)) {
      String key = lab.object("ua_session_start", start).get("answer").getAsString();

      assertThat(lab.rows("ua_session_list", "{\"party\":\"bob@\"}"))
          .singleElement()
          .satisfies(row -> assertThat(row.get("key").getAsString()).isEqualTo(key));
      String session = "{\"key\":\"" + key + "\"";
      lab.object("ua_session_update", session + ",\"method\":\"INFO\"}");
      lab.object(
          "ua_session_reply", session + ",\"method\":\"INVITE\",\"code\":200,\"reason\":\"OK\"}");
      JsonObject ended = lab.object("ua_session_terminate", session + "}");
      assertThat(ended.getAsJsonObject("after").get("exists").getAsBoolean()).isFalse();
      assertThat(lab.code("ua_session_terminate", session + "}")).isEqualTo("TARGET_NOT_FOUND");
    }
  }

  @Test
  void aHeaderCarriesNothingButItself() {
    String update =
        "{\"key\":\"B2B.1.2.3.4\",\"method\":\"INFO\",\"body\":\"x\",\"headers\":[\"%s\"]}";
    try (OnLab lab = OnLab.of(Version.V3_6)) {
      assertThat(lab.code("ua_session_update", update.formatted("X-A: 1\\r\\nX-B: 2")))
          .isEqualTo("ARGUMENTS_WRONG");
      assertThat(lab.code("ua_session_update", update.formatted("no header")))
          .isEqualTo("ARGUMENTS_WRONG");
      assertThat(lab.code("ua_session_update", update.formatted("Proxy-Authorization: Digest x")))
          .isEqualTo("ARGUMENTS_WRONG");
      assertThat(
              lab.code(
                  "ua_session_update",
                  "{\"key\":\"B2B.1.2.3.4\",\"method\":\"INFO\",\"content_type\":\"a/b\"}"))
          .isEqualTo("ARGUMENTS_WRONG");
    }
  }

  @Test
  void headersNeedABodyAndAContentTypeGoesAsAWholeLine() {
    try (OnLab lab = OnLab.of(Version.V3_6)) {
      String key = lab.rows("ua_session_list", "{}").getFirst().get("key").getAsString();
      String info = "{\"key\":\"" + key + "\",\"method\":\"INFO\"";

      assertThat(lab.code("ua_session_update", info + ",\"headers\":[\"X-Case: 1\"]}"))
          .isEqualTo("ARGUMENTS_WRONG");
      assertThat(
              lab.plan("ua_session_update", info + ",\"body\":\"x\",\"content_type\":\"a/b\"}")
                  .target()
                  .getAsJsonObject("params")
                  .get("content_type")
                  .getAsString())
          .isEqualTo("Content-Type: a/b\r\n");
    }
  }

  @Test
  void sharedLinesAreListedByPartOfTheirName() {
    try (OnLab lab = OnLab.of(Version.V4_0)) {
      assertThat(lab.rows("b2b_sca_list", "{}")).hasSize(2);
      assertThat(lab.rows("b2b_sca_list", "{\"line\":\"SAL\"}"))
          .singleElement()
          .satisfies(row -> assertThat(row.getAsJsonArray("watchers")).hasSize(2));
    }
  }

  private static String sides(JsonObject result, String when) {
    JsonObject state = result.getAsJsonObject(when);
    return state.get(CallMarks.CALLER_HELD).getAsString()
        + " "
        + state.get(CallMarks.CALLEE_HELD).getAsString();
  }
}
