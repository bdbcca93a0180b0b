package dev.opensipsmcp.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.opensipsmcp.facts.Version;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calls, sessions, presence and transactions: what is changed shows where a real node shows it. */
class CallFamilyTest {
  private static final String TALKS = "7f0c7@ua27.example.com";
  private static final String RINGS = "7f0c3@ua23.example.com";

  private final LabNode node = LabNode.start(Version.V3_6);

  @AfterEach
  void stop() {
    node.close();
  }

  /** Recorded on 3.6.8, but for names of users and hosts. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          dlg_cluster_sync | {} | 400 Dialog replication disabled
          dlg_set_profile | {"dlg_id":"x","profile":"outbound"} | -32000 Server error
          dlg_send_sequential | {"callid":"nope"} | 404 Dialog Not Found
          call_hold | {"callid":"nope"} | 404 Dialog not found
          ua_session_list | {"key":"zz"} | 400 Bad format for b2b key
          ua_session_update | {"key":"B2B.0.0","method":"INFO"} \
          | 500 Failed to send sequential request
          ua_session_reply | {"key":"B2B.0.0","method":"INVITE","code":200,"reason":"OK"} \
          | 500 Failed to send reply
          ua_session_terminate | {"key":"B2B.1.1"} | 500 Failed to terminate session
          ua_session_client_start | {"ruri":"sip:a@b","to":"sip:a@b","from":"sip:c@d"} \
          | 500 Failed to start session
          pres_expose | {"event":"nope"} | 404 unknown event
          refreshXcapDoc | {"doc_uri":"x","port":80} | -32000 Server error
          refreshWatchers | {"presentity_uri":"sip:a@b","event":"presence","refresh_type":0} \
          | -32000 Server error
          t_uac_dlg | {"method":"OPTIONS","ruri":"not a uri","headers":"To: x"} | 400 Invalid ruri
          t_uac_dlg | {"method":"OPTIONS","ruri":"sip:a@b","headers":"From: sip:a@b"} \
          | 400 To missing
          t_uac_cancel | {"callid":"nope","cseq":"1"} | 481 No such transaction
          t_reply | {"code":200,"reason":"OK","trans_id":"1:1","to_tag":"x"} \
          | 404 Transaction not found
          """)
  void refusesAsRecorded(String command, String params, String refusal) {
    JsonObject error = Wire.call(node, command, params).getAsJsonObject("error");

    assertThat(error.get("code").getAsInt() + " " + error.get("message").getAsString())
        .isEqualTo(refusal);
  }

  @Test
  void holdsAndResumesACall() {
    String call = "{\"callid\":\"" + TALKS + "\"}";

    assertThat(ok("call_hold", call)).isEqualTo("OK");
    assertThat(context(TALKS)).contains("{\"call_hold_callee\":\"hold\"}");
    assertThat(code("call_hold", call)).isEqualTo(480);
    assertThat(ok("call_unhold", call)).isEqualTo("OK");
    assertThat(context(TALKS)).contains("{\"call_hold_callee\":\"\"}");
    assertThat(code("call_unhold", call)).isEqualTo(480);
    assertThat(code("call_hold", "{\"callid\":\"" + RINGS + "\"}")).isEqualTo(410);
  }

  @Test
  void transfersACallOnce() {
    String order =
        "{\"callid\":\""
            + TALKS
            + "\",\"leg\":\"callee\",\"destination\":\"sip:nina@example.com\"}";

    assertThat(ok("call_transfer", order)).isEqualTo("Accepted");
    assertThat(context(TALKS)).contains("{\"call_transfer_leg\":\"callee\"}");
    assertThat(code("call_transfer", order)).isEqualTo(491);
  }

  @Test
  void startsAndEndsASessionOfItsOwn() {
    String start =
        "{\"ruri\":\"sip:bob@203.0.113.9\",\"to\":\"Bob,sip:bob@example.com\","
            + "\"from\":\"sip:desk@example.com\",\"socket\":\"udp:192.0.2.1:5060\"}";
    int before = size("ua_session_list");
    int all = size("b2be_list");

    String key = ok("ua_session_client_start", start);

    assertThat(size("ua_session_list")).isEqualTo(before + 1);
    assertThat(size("b2be_list")).isEqualTo(all + 1);
    assertThat(result("ua_session_list", "{\"key\":\"" + key + "\"}").getAsJsonObject())
        .extracting(json -> json.get("to_uri").getAsString())
        .isEqualTo("sip:bob@example.com");
    assertThat(ok("ua_session_update", "{\"key\":\"" + key + "\",\"method\":\"INFO\"}"))
        .isEqualTo("OK");
    assertThat(ok("ua_session_terminate", "{\"key\":\"" + key + "\"}")).isEqualTo("OK");
    assertThat(size("ua_session_list")).isEqualTo(before);
  }

  @Test
  void publishesAndForgetsStates() {
    int before = size("pres_phtable_list");
    String who = "\"presentity_uri\":\"sip:heidi@example.com\",\"event_package\":\"presence\"";

    JsonObject answer = result("pua_publish", "{" + who + ",\"expires\":300}").getAsJsonObject();

    assertThat(answer.keySet()).containsExactly("reply", "ETag", "Expires");
    assertThat(size("pres_phtable_list")).isEqualTo(before + 1);
    String etag = answer.get("ETag").getAsString();
    result("pua_publish", "{" + who + ",\"expires\":0,\"etag\":\"" + etag + "\"}");
    assertThat(size("pres_phtable_list")).isEqualTo(before);
    ok("cleanup", "{}");
    assertThat(size("pres_phtable_list")).isEqualTo(before - 1);
  }

  @Test
  void tellsThoseWhoWatch() {
    String alice = "{\"from\":\"sip:bob@*\",\"to\":\"sip:alice@*\"}";
    int before = notified(alice);

    ok(
        "refresh_watchers",
        "{\"presentity_uri\":\"sip:alice@example.com\",\"event\":\"presence\",\"refresh_type\":1}");

    assertThat(notified(alice)).isEqualTo(before + 1);
  }

  @Test
  void subscribesToEventsOfMediaServers() {
    String order = "{\"freeswitch_url\":\"203.0.113.61\",\"events\":[\"HEARTBEAT\"]}";

    ok("fs_subscribe", order);
    assertThat(result("fs_list", "{}").toString()).contains("[\"DTMF\",\"HEARTBEAT\"]}]");
    ok("fs_unsubscribe", order);
    assertThat(result("fs_list", "{}").toString()).contains("[\"DTMF\"]}]");
  }

  @Test
  void sendsARequestAndCancelsAnother() {
    String headers = "From: <sip:mi@example.com>;tag=1\\r\\nTo: <sip:b@203.0.113.9>\\r\\n";
    JsonObject answer =
        result(
                "t_uac_dlg",
                "{\"method\":\"OPTIONS\",\"ruri\":\"sip:203.0.113.9\",\"headers\":\""
                    + headers
                    + "\"}")
            .getAsJsonObject();

    assertThat(answer.get("Status").getAsString()).isEqualTo("200 OK");
    assertThat(answer.get("Message").getAsString()).contains("CSeq: 1 OPTIONS\r\n");
    assertThat(ok("t_uac_cancel", "{\"callid\":\"" + RINGS + "\",\"cseq\":\"1\"}")).isEqualTo("OK");
    assertThat(code("dlg_list", "{\"callid\":\"" + RINGS + "\"}")).isEqualTo(404);
    assertThat(size("t_hash")).isEqualTo(65_536);
  }

  @Test
  void has40OnlyCommandsOn40Only() {
    try (LabNode newer = LabNode.start(Version.V4_0)) {
      JsonObject lines = Wire.result(newer, "presence_callinfo:list_lines", "{}").getAsJsonObject();
      JsonObject released =
          Wire.result(
                  newer,
                  "presence_callinfo:release_line",
                  "{\"sca_line\":\"sip:sales@example.com\"}")
              .getAsJsonObject();

      assertThat(lines.get("num_indexes").getAsInt()).isEqualTo(3);
      assertThat(released)
          .isEqualTo(JsonParser.parseString("{\"released_lines\":1,\"released_indexes\":2}"));
      JsonObject error = Wire.call(newer, "refreshWatchers", "{}").getAsJsonObject("error");
      assertThat(error.get("code").getAsInt()).isEqualTo(-32601);
    }
    assertThat(code("sca_list_lines", "{}")).isEqualTo(-32601);
  }

  private int notified(String filter) {
    JsonArray list = result("subs_phtable_list", filter).getAsJsonArray();
    assertThat(list).hasSize(1);
    return list.get(0).getAsJsonObject().get("version").getAsInt();
  }

  private String context(String callid) {
    return result("dlg_list_ctx", "{\"callid\":\"" + callid + "\"}").toString();
  }

  private JsonElement result(String command, String params) {
    return Wire.result(node, command, params);
  }

  private String ok(String command, String params) {
    return result(command, params).getAsString();
  }

  private int code(String command, String params) {
    return Wire.call(node, command, params).getAsJsonObject("error").get("code").getAsInt();
  }

  private int size(String command) {
    return result(command, "{}").getAsJsonArray().size();
  }
}
