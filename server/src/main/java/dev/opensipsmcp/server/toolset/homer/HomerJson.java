package dev.opensipsmcp.server.toolset.homer;

import com.google.gson.JsonObject;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.evidence.MessageText;
import dev.opensipsmcp.sip.homer.QualityReport;
import dev.opensipsmcp.sip.message.NameAddr;
import dev.opensipsmcp.sip.message.StartLine;
import dev.opensipsmcp.sip.trace.CallSummary;
import dev.opensipsmcp.sip.trace.CapturedMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Writes what was found. */
final class HomerJson {
  private HomerJson() {}

  static Schema calls() {
    return Schema.list(
        "Calls",
        Schema.map(
            "call_id, first, last (UTC), method, from, to, source, destination, code (last final"
                + " one), messages"));
  }

  static JsonObject call(CallSummary call) {
    JsonObject json = Json.object("call_id", call.callId());
    json.addProperty("first", call.first().toString());
    json.addProperty("last", call.last().toString());
    Json.addText(json, "method", call.method());
    Json.addText(json, "from", call.from());
    Json.addText(json, "to", call.to());
    json.addProperty("source", call.source().toString());
    json.addProperty("destination", call.destination().toString());
    call.code().ifPresent(code -> json.addProperty("code", code));
    json.addProperty("messages", call.messages());
    return json;
  }

  static Schema messages() {
    return Schema.list(
        "Messages",
        Schema.map(
            "time (UTC), offset_ms, source, destination, transport, what (method, or code and"
                + " reason), cseq, call_id, from, to, origin; text with raw"));
  }

  static JsonObject message(CapturedMessage message, Instant start, boolean raw) {
    JsonObject json = Json.object("time", message.time().toString());
    json.addProperty("offset_ms", Duration.between(start, message.time()).toMillis());
    json.addProperty("source", message.source().toString());
    json.addProperty("destination", message.destination().toString());
    json.addProperty("transport", message.transport().name());
    json.addProperty(
        "what",
        switch (message.message().start()) {
          case StartLine.Request request -> request.method();
          case StartLine.Status status -> (status.code() + " " + status.reason()).strip();
          case StartLine.Broken _ -> "damaged";
        });
    message
        .message()
        .cseq()
        .ifPresent(cseq -> json.addProperty("cseq", cseq.number() + " " + cseq.method()));
    message.message().callId().ifPresent(id -> json.addProperty("call_id", id));
    Json.addText(json, "from", uri(message.message().from()));
    Json.addText(json, "to", uri(message.message().to()));
    Json.addText(json, "origin", message.origin());
    if (raw) {
      json.addProperty("text", MessageText.of(message.message().bytes()));
    }
    return json;
  }

  private static String uri(Optional<NameAddr> address) {
    return address.map(it -> it.uri().text()).orElse("");
  }

  static Schema reports() {
    return Schema.list(
        "Reports",
        Schema.map(
            "time (UTC), call_id, source, destination, kind (rtcp, xr), ssrc, about_ssrc,"
                + " lost_percent, lost, jitter (clock units), packets, octets, round_trip_ms, mos,"
                + " text; what a report does not say is absent"));
  }

  static JsonObject report(QualityReport report) {
    JsonObject json = Json.object("time", report.time().toString());
    Json.addText(json, "call_id", report.callId());
    json.addProperty("source", report.source().toString());
    json.addProperty("destination", report.destination().toString());
    json.addProperty("kind", report.kind());
    report.reporter().ifPresent(value -> json.addProperty("ssrc", value));
    report.about().ifPresent(value -> json.addProperty("about_ssrc", value));
    report.lostPercent().ifPresent(value -> json.addProperty("lost_percent", value));
    report.lost().ifPresent(value -> json.addProperty("lost", value));
    report.jitter().ifPresent(value -> json.addProperty("jitter", value));
    report.packets().ifPresent(value -> json.addProperty("packets", value));
    report.octets().ifPresent(value -> json.addProperty("octets", value));
    report.roundTripMs().ifPresent(value -> json.addProperty("round_trip_ms", value));
    report.mos().ifPresent(value -> json.addProperty("mos", value));
    report.text().ifPresent(value -> json.addProperty("text", value));
    return json;
  }
}
