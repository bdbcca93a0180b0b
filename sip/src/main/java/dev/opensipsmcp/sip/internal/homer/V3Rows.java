package dev.opensipsmcp.sip.internal.homer;

import com.google.gson.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

/** Reads rows of Homer 7. */
final class V3Rows {
  private static final long LATEST = 100_000_000_000L;

  private V3Rows() {}

  static SipRow row(JsonObject json) {
    String cseq = Json.text(json, "cseq");
    return new SipRow(
        Json.text(json, "sid", "callid"),
        time(json),
        Ends.endpoint(Json.text(json, "srcIp"), Json.whole(json, 0, "srcPort")),
        Ends.endpoint(Json.text(json, "dstIp"), Json.whole(json, 0, "dstPort")),
        Json.whole(json, 0, "protocol"),
        type(json),
        Json.text(json, "method"),
        cseq.substring(cseq.lastIndexOf(' ') + 1),
        Json.text(json, "from_user"),
        List.of(Json.text(json, "to_user"), Json.text(json, "ruri_user")),
        Json.text(json, "captureId", "node"),
        Json.text(json, "correlation_id"),
        Json.text(json, "raw"));
  }

  private static int type(JsonObject json) {
    int type = Json.whole(json, 0, "payloadType");
    return type != 0 ? type : Json.text(json, "profile").startsWith("1_") ? 1 : 0;
  }

  /**
   * Every row has seconds and microseconds; {@code micro_ts} is milliseconds in some releases and
   * microseconds in others, so its size decides.
   */
  static Instant time(JsonObject json) {
    OptionalLong seconds = Json.whole(json, "timeSeconds");
    if (seconds.isPresent() && seconds.getAsLong() > 0 && seconds.getAsLong() < LATEST) {
      long micros = Math.clamp(Json.whole(json, "timeUseconds").orElse(0), 0, 999_999);
      return Instant.ofEpochSecond(seconds.getAsLong()).plusNanos(micros * 1_000);
    }
    return Moments.of(json, "micro_ts", "create_ts", "create_date");
  }
}
