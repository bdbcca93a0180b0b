package dev.opensipsmcp.server.toolset.capture;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.evidence.MessageText;
import dev.opensipsmcp.sip.capture.CaptureReport;
import dev.opensipsmcp.sip.capture.Damage;
import dev.opensipsmcp.sip.message.StartLine;
import dev.opensipsmcp.sip.trace.CallSummary;
import dev.opensipsmcp.sip.trace.CapturedMessage;
import java.util.Locale;

/** Writes what captures hold. */
public final class CaptureJson {
  private CaptureJson() {}

  /** {@return the schema of a list of calls} */
  public static Schema calls() {
    return Schema.list(
        "Calls",
        Schema.map(
            "call_id, first, last, method, from, to, source, destination, code (last final one),"
                + " messages"));
  }

  /** {@return a call as a row of that list} */
  public static JsonObject call(CallSummary call) {
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

  /** {@return the schema of a list of messages} */
  public static Schema messages() {
    return Schema.list(
        "Messages",
        Schema.object(
            "A message as it was captured",
            Schema.required("time", Schema.text("When, UTC")),
            Schema.required("source", Schema.text("address:port")),
            Schema.required("destination", Schema.text("address:port")),
            Schema.required("transport", Schema.text("UDP, TCP, WS or other")),
            Schema.optional("call_id", Schema.text("Call-ID")),
            Schema.optional("method", Schema.text("Of the request, or of CSeq")),
            Schema.optional("code", Schema.integer("Of a response")),
            Schema.optional("cseq", Schema.integer("CSeq number")),
            Schema.required("bytes", Schema.integer("Its size")),
            Schema.required("text", Schema.text("The message without secrets"))));
  }

  /** {@return a message as a row of that list, without its secrets} */
  public static JsonObject message(CapturedMessage message) {
    JsonObject json = Json.object("time", message.time().toString());
    json.addProperty("source", message.source().toString());
    json.addProperty("destination", message.destination().toString());
    json.addProperty("transport", message.transport().name());
    message.message().callId().ifPresent(id -> json.addProperty("call_id", id));
    Json.addText(json, "method", message.message().method());
    if (message.message().start() instanceof StartLine.Status status) {
      json.addProperty("code", status.code());
    }
    message.message().cseq().ifPresent(cseq -> json.addProperty("cseq", cseq.number()));
    json.addProperty("bytes", message.message().bytes().length);
    json.addProperty("text", MessageText.of(message.message().bytes()));
    return json;
  }

  static Schema report() {
    return Schema.object(
        "What the file is",
        Schema.required("path", Schema.text("Its real path")),
        Schema.required("format", Schema.text("pcap or pcapng")),
        Schema.required("compressed", Schema.flag("Whether by gzip")),
        Schema.required("link_types", Schema.texts("Link types of its packets")),
        Schema.required("bytes", Schema.integer("Bytes read, decompressed")),
        Schema.required("packets", Schema.integer("Packets read")),
        Schema.optional("first", Schema.text("Earliest packet, UTC")),
        Schema.optional("last", Schema.text("Latest packet, UTC")),
        Schema.required("messages", Schema.map("SIP messages by transport")),
        Schema.required("traffic", Schema.map("Counts: what the packets were, what was lost")),
        Schema.required("damages", Schema.integer("Places where the file is damaged")),
        Schema.required("skipped_bytes", Schema.integer("Bytes of no use for damage")),
        Schema.required("damage", Schema.list("The first 20 of them", Schema.map("offset, what"))),
        Schema.required("ended", Schema.text("whole, or the bound that ended it")));
  }

  static JsonObject report(String path, CaptureReport report) {
    JsonObject json = Json.object("path", path);
    json.addProperty("format", report.format());
    json.addProperty("compressed", report.compressed());
    json.add("link_types", Json.texts(report.linkTypes()));
    json.addProperty("bytes", report.bytes());
    json.addProperty("packets", report.packets());
    report.first().ifPresent(time -> json.addProperty("first", time.toString()));
    report.last().ifPresent(time -> json.addProperty("last", time.toString()));
    JsonObject messages = new JsonObject();
    report.messages().forEach((way, count) -> messages.addProperty(way.name(), count));
    json.add("messages", messages);
    json.add("traffic", traffic(report.traffic()));
    json.addProperty("damages", report.damages());
    json.addProperty("skipped_bytes", report.skipped());
    JsonArray damage = new JsonArray();
    for (Damage place : report.damage().stream().limit(20).toList()) {
      JsonObject one = new JsonObject();
      one.addProperty("offset", place.offset());
      one.addProperty("skipped", place.skipped());
      one.addProperty("what", place.what());
      damage.add(one);
    }
    json.add("damage", damage);
    json.addProperty("ended", report.ended().name().toLowerCase(Locale.ROOT));
    return json;
  }

  private static JsonObject traffic(CaptureReport.Traffic traffic) {
    JsonObject json = new JsonObject();
    json.addProperty("udp_datagrams", traffic.udp());
    json.addProperty("tcp_segments", traffic.tcp());
    json.addProperty("other_packets", traffic.other());
    json.addProperty("fragments", traffic.fragments());
    json.addProperty("incomplete_datagrams", traffic.incomplete());
    json.addProperty("cut_packets", traffic.cut());
    json.addProperty("tcp_directions", traffic.connections());
    json.addProperty("encrypted_directions", traffic.encrypted());
    json.addProperty("missing_tcp_bytes", traffic.lost());
    json.addProperty("unreadable_packets", traffic.unreadable());
    return json;
  }
}
