package dev.opensipsmcp.sip.internal.homer;

import com.google.gson.JsonObject;
import dev.opensipsmcp.sip.homer.QualityReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Reads reports of media quality, which agents send as JSON. */
final class Reports {
  private static final int TEXT_CHARS = 500;
  private static final double FRACTION = 256;

  private Reports() {}

  /** {@return what a row reports: one for each stream, or the text that could not be read} */
  static List<QualityReport> of(SipRow row, String kind) {
    Optional<JsonObject> json = Json.parse(row.raw());
    List<QualityReport> reports = new ArrayList<>();
    if (json.isPresent()) {
      JsonObject report = json.get();
      List<JsonObject> blocks = Json.objects(report.get("report_blocks"));
      for (JsonObject block : blocks) {
        reports.add(made(row, kind, report, block));
      }
      if (blocks.isEmpty()) {
        reports.add(made(row, kind, report, report));
      }
      return reports;
    }
    return List.of(unread(row, kind));
  }

  private static QualityReport made(SipRow row, String kind, JsonObject report, JsonObject block) {
    JsonObject sender = Json.object(report, "sender_information");
    JsonObject extended = Json.object(report, "report_blocks_xr");
    OptionalDouble fraction = Json.number(block, "fraction_lost", "fractionLost");
    return new QualityReport(
        row.time(),
        row.callId(),
        row.source(),
        row.destination(),
        kind,
        Json.whole(report, "ssrc", "SSRC"),
        Json.whole(block, "source_ssrc", "sourceSsrc"),
        percent(fraction),
        Json.whole(block, "packets_lost", "packetsLost", "PACKET_LOSS"),
        Json.whole(block, "ia_jitter", "jitter", "JITTER"),
        Json.whole(sender, "packets"),
        Json.whole(sender, "octets"),
        positive(Json.whole(extended, "round_trip_delay")),
        Json.number(report, "mos", "MOS", "MEAN_MOS"),
        Optional.empty());
  }

  /** The fraction is of 256 (RFC 3550 section 6.4.1). */
  private static OptionalDouble percent(OptionalDouble fraction) {
    if (fraction.isEmpty() || fraction.getAsDouble() < 0 || fraction.getAsDouble() >= FRACTION) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(Math.round(fraction.getAsDouble() * 1_000 / FRACTION) / 10.0);
  }

  private static OptionalLong positive(OptionalLong number) {
    return number.isPresent() && number.getAsLong() > 0 ? number : OptionalLong.empty();
  }

  private static QualityReport unread(SipRow row, String kind) {
    String text = row.raw().length() > TEXT_CHARS ? row.raw().substring(0, TEXT_CHARS) : row.raw();
    return new QualityReport(
        row.time(),
        row.callId(),
        row.source(),
        row.destination(),
        kind,
        OptionalLong.empty(),
        OptionalLong.empty(),
        OptionalDouble.empty(),
        OptionalLong.empty(),
        OptionalLong.empty(),
        OptionalLong.empty(),
        OptionalLong.empty(),
        OptionalLong.empty(),
        OptionalDouble.empty(),
        Optional.of(text));
  }
}
