package dev.opensipsmcp.sip.internal.homer;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;

/** Reads rows of Homer 11; columns have other names in some releases. */
final class V4Rows {
  private V4Rows() {}

  static SipRow row(JsonObject json, int type) {
    String method = Json.text(json, "method");
    String cseq = Json.text(json, "cseq_method");
    int code = Json.whole(json, 0, "response_code");
    // A response's method is the one that it answers.
    String shown = code >= 100 ? Integer.toString(code) : method;
    return new SipRow(
        Json.text(json, "session_id", "sid"),
        Moments.of(json, "timestamp", "time"),
        Ends.endpoint(
            Json.text(json, "src_ip", "srcIp"), Json.whole(json, 0, "src_port", "srcPort")),
        Ends.endpoint(
            Json.text(json, "dst_ip", "dstIp"), Json.whole(json, 0, "dst_port", "dstPort")),
        Json.whole(json, 0, "protocol", "ip_protocol"),
        type,
        shown,
        cseq.isEmpty() ? method : cseq.substring(cseq.lastIndexOf(' ') + 1),
        Json.text(json, "caller", "from_user", "aor"),
        List.of(Json.text(json, "callee", "to_user"), ruri(json)),
        Json.text(json, "node_id", "node"),
        Json.text(json, "cid", "correlation_id"),
        Json.text(json, "payload", "raw"));
  }

  /** What has no column of its own is in one of JSON, which comes as text or as JSON. */
  private static String ruri(JsonObject json) {
    JsonObject extra =
        json.get("data_extra") instanceof JsonObject object
            ? object
            : Optional.of(Json.text(json, "data_extra"))
                .filter(text -> !text.isEmpty())
                .flatMap(Json::parse)
                .orElseGet(JsonObject::new);
    return Json.text(extra, "ruri_user");
  }
}
