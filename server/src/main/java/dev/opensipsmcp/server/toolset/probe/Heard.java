package dev.opensipsmcp.server.toolset.probe;

import com.google.gson.JsonObject;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.sip.message.Header;
import dev.opensipsmcp.sip.message.HeaderNames;
import dev.opensipsmcp.sip.message.SafeText;
import dev.opensipsmcp.sip.message.SipMessage;
import dev.opensipsmcp.sip.message.StartLine;
import dev.opensipsmcp.sip.message.Via;
import dev.opensipsmcp.sip.probe.ProbeFailure;
import dev.opensipsmcp.sip.probe.ProbeOutcome;
import dev.opensipsmcp.sip.probe.Strays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes what came back as JSON. It is others' text: cut, on one line, without secrets. */
final class Heard {
  private static final int LONGEST = 200;
  private static final List<String> TOLD =
      List.of("Server", "User-Agent", "Allow", "Supported", "Contact", "Warning", "Retry-After");

  private Heard() {}

  static Schema.Property peer() {
    return Schema.optional(
        "peer",
        Schema.map(
            "Last answer, the peer's own words: code, reason, server, user_agent, allow, supported,"
                + " contact, warning, retry_after, received, rport"));
  }

  /** {@return a text of others, on one line and not too long} */
  static String text(String text) {
    String plain = SafeText.withoutPasswords(text).replaceAll("\\p{Cntrl}", " ").strip();
    return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST) + "...";
  }

  /** {@return what an answer tells about who gave it} */
  static JsonObject peer(SipMessage answer) {
    JsonObject json = new JsonObject();
    if (answer.start() instanceof StartLine.Status(int code, String reason)) {
      json.addProperty("code", code);
      json.addProperty("reason", text(reason));
    }
    for (String name : TOLD) {
      String value =
          answer.headers().stream()
              .filter(header -> HeaderNames.same(header.name(), name))
              .map(Header::value)
              .collect(Collectors.joining(", "));
      Json.addText(json, name.toLowerCase(Locale.ROOT).replace('-', '_'), text(value));
    }
    answer.vias().stream()
        .findFirst()
        .map(Via::parameters)
        .ifPresent(via -> {
          Json.addText(json, "received", text(via.getOrDefault("received", "")));
          Json.addText(json, "rport", text(via.getOrDefault("rport", "")));
        });
    return json;
  }

  /** {@return what came of one request} */
  static JsonObject request(ProbeOutcome outcome) {
    JsonObject json = new JsonObject();
    switch (outcome) {
      case ProbeOutcome.Answered answer -> {
        json.addProperty("code", answer.code());
        if (answer.response().start() instanceof StartLine.Status(int _, String reason)) {
          Json.addText(json, "reason", text(reason));
        }
        json.addProperty("rtt_ms", rounded(answer.milliseconds()));
      }
      case ProbeOutcome.Failed(ProbeFailure failure, _, _, _) ->
          json.addProperty("failure", failure.kind().name().toLowerCase(Locale.ROOT));
    }
    json.addProperty("sent", outcome.sent());
    if (!outcome.provisional().isEmpty()) {
      json.addProperty(
          "provisional",
          outcome.provisional().stream().map(String::valueOf).collect(Collectors.joining(" ")));
    }
    Strays strays = outcome.strays();
    if (strays.all() > 0) {
      json.addProperty(
          "stray",
          strays.late()
              + " late, "
              + strays.foreign()
              + " foreign, "
              + strays.garbage()
              + " garbage");
    }
    return json;
  }

  /** {@return milliseconds to a hundredth} */
  static double rounded(double milliseconds) {
    return Math.round(milliseconds * 100) / 100.0;
  }
}
