package dev.opensipsmcp.lab.internal.homer;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.lab.homer.HomerPacket;
import java.time.Instant;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * A row of a table of Homer.
 *
 * @param id its number in the database
 * @param packet what it keeps
 */
record Row(int id, HomerPacket packet) {

  /** {@return the table's name behind {@code hep_proto_}, for example {@code 1_call}} */
  String profile() {
    if (packet.hepType() != 1) {
      return packet.hepType() + "_default";
    }
    String cseq = SipText.header(packet.raw(), "CSeq");
    return switch (cseq.substring(cseq.indexOf(' ') + 1)) {
      case "REGISTER" -> "1_registration";
      case "INVITE", "ACK", "BYE", "CANCEL", "UPDATE", "PRACK", "REFER", "INFO" -> "1_call";
      default -> "1_default";
    };
  }

  JsonObject dataHeader() {
    JsonObject json = new JsonObject();
    if (packet.hepType() == 1) {
      String raw = packet.raw();
      String first = SipText.firstLine(raw);
      json.addProperty("callid", packet.sid());
      json.addProperty("method", SipText.method(raw));
      json.addProperty("from_user", SipText.user(SipText.header(raw, "From")));
      json.addProperty("from_tag", SipText.tag(SipText.header(raw, "From")));
      json.addProperty("to_user", SipText.user(SipText.header(raw, "To")));
      json.addProperty("ruri_user", first.startsWith("SIP/2.0") ? "" : SipText.user(first));
      json.addProperty("user_agent", SipText.header(raw, "User-Agent"));
      json.addProperty("cseq", SipText.header(raw, "CSeq"));
    }
    return json;
  }

  JsonObject protocolHeader() {
    JsonObject json = new JsonObject();
    json.addProperty("srcIp", host(packet.source()));
    json.addProperty("srcPort", port(packet.source()));
    json.addProperty("dstIp", host(packet.destination()));
    json.addProperty("dstPort", port(packet.destination()));
    json.addProperty("protocol", packet.protocol());
    json.addProperty("protocolFamily", 2);
    json.addProperty("payloadType", packet.hepType());
    json.addProperty("captureId", packet.captureId());
    json.addProperty("capturePass", "");
    json.addProperty("timeSeconds", packet.time().getEpochSecond());
    json.addProperty("timeUseconds", packet.time().get(ChronoField.MICRO_OF_SECOND));
    json.addProperty("correlation_id", packet.correlationId());
    return json;
  }

  /** {@return a column, or a member of a column of JSON, as the database makes text of it} */
  Optional<String> column(String name) {
    int dot = name.indexOf('.');
    JsonElement value =
        switch (dot < 0 ? name : name.substring(0, dot)) {
          case "data_header" -> dataHeader().get(name.substring(dot + 1));
          case "protocol_header" -> protocolHeader().get(name.substring(dot + 1));
          default -> null;
        };
    if (dot >= 0) {
      return Optional.ofNullable(value).map(JsonElement::getAsString);
    }
    return switch (name) {
      case "sid" -> Optional.of(packet.sid());
      case "raw" -> Optional.of(packet.raw());
      case "id" -> Optional.of(Integer.toString(id));
      default -> Optional.empty();
    };
  }

  long micros() {
    return ChronoUnit.MICROS.between(Instant.EPOCH, packet.time());
  }

  static String host(String endpoint) {
    return endpoint.substring(0, endpoint.lastIndexOf(':')).replace("[", "").replace("]", "");
  }

  static int port(String endpoint) {
    return Integer.parseInt(endpoint.substring(endpoint.lastIndexOf(':') + 1));
  }
}
