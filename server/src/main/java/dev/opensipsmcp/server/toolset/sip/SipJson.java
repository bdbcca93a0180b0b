package dev.opensipsmcp.server.toolset.sip;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.sip.lint.Finding;
import dev.opensipsmcp.sip.message.BodyPart;
import dev.opensipsmcp.sip.message.DigestFacts;
import dev.opensipsmcp.sip.message.Header;
import dev.opensipsmcp.sip.message.HeaderNames;
import dev.opensipsmcp.sip.message.NameAddr;
import dev.opensipsmcp.sip.message.SafeText;
import dev.opensipsmcp.sip.message.SipMessage;
import dev.opensipsmcp.sip.message.StartLine;
import dev.opensipsmcp.sip.message.Via;
import java.util.Locale;
import java.util.Optional;

/** Writes messages as JSON, without what is secret in them. */
final class SipJson {
  /** A value longer than this tells a reader nothing that its beginning does not. */
  private static final int LONGEST_VALUE = 600;

  private SipJson() {}

  static String cut(String text) {
    return text.length() <= LONGEST_VALUE
        ? text
        : text.substring(0, LONGEST_VALUE) + "… (" + text.length() + " characters)";
  }

  static JsonObject start(SipMessage message) {
    JsonObject json = new JsonObject();
    json.addProperty("line", cut(SafeText.start(message.start())));
    switch (message.start()) {
      case StartLine.Request(String method, String uri) -> {
        json.addProperty("kind", "request");
        json.addProperty("method", cut(method));
        json.addProperty("uri", cut(SafeText.withoutPasswords(uri)));
      }
      case StartLine.Status(int code, String reason) -> {
        json.addProperty("kind", "response");
        json.addProperty("code", code);
        json.addProperty("reason", cut(reason));
        json.addProperty("method", cut(message.method()));
      }
      case StartLine.Broken _ -> json.addProperty("kind", "broken");
    }
    return json;
  }

  static JsonArray headers(SipMessage message) {
    JsonArray all = new JsonArray();
    for (Header header : message.headers()) {
      JsonObject json = new JsonObject();
      json.addProperty("name", cut(HeaderNames.longName(header.name())));
      json.addProperty("value", cut(SafeText.value(header)));
      all.add(json);
    }
    return all;
  }

  static JsonObject dialog(SipMessage message) {
    JsonObject json = new JsonObject();
    message.callId().ifPresent(id -> json.addProperty("call_id", cut(id)));
    message
        .cseq()
        .ifPresent(cseq -> json.addProperty("cseq", cseq.number() + " " + cut(cseq.method())));
    message.from().ifPresent(from -> json.add("from", address(from)));
    message.to().ifPresent(to -> json.add("to", address(to)));
    JsonArray contacts = new JsonArray();
    message.contacts().forEach(contact -> contacts.add(address(contact)));
    json.add("contacts", contacts);
    JsonArray vias = new JsonArray();
    for (Via via : message.vias()) {
      JsonObject one = new JsonObject();
      one.addProperty("transport", cut(via.transport()));
      one.addProperty("host", cut(via.host()));
      one.addProperty("port", via.port());
      via.parameters().forEach((name, value) -> one.addProperty(cut(name), cut(value)));
      vias.add(one);
    }
    json.add("vias", vias);
    return json;
  }

  private static JsonObject address(NameAddr address) {
    JsonObject json = new JsonObject();
    address.name().ifPresent(name -> json.addProperty("name", cut(name)));
    json.addProperty("uri", cut(address.uri().text()));
    address.uri().user().ifPresent(user -> json.addProperty("user", cut(user)));
    json.addProperty("host", cut(address.uri().host()));
    Optional<String> tag = address.tag();
    tag.ifPresent(it -> json.addProperty("tag", cut(it)));
    return json;
  }

  static JsonObject body(BodyPart part, int longest) {
    JsonObject json = new JsonObject();
    json.addProperty("type", cut(part.type()));
    json.addProperty("disposition", cut(part.disposition()));
    json.addProperty("bytes", part.content().length);
    String text = SafeText.body(part);
    json.addProperty("text", text.length() > longest ? text.substring(0, longest) + "…" : text);
    return json;
  }

  static JsonObject digest(DigestFacts facts, SipMessage message) {
    JsonObject json = new JsonObject();
    json.addProperty("header", facts.header());
    json.addProperty("scheme", cut(facts.scheme()));
    json.addProperty("realm", cut(facts.realm()));
    Json.addText(json, "username", cut(facts.username()));
    json.addProperty("algorithm", cut(facts.algorithm()));
    Json.addText(json, "qop", cut(facts.qop()));
    Json.addText(json, "for_uri", cut(SafeText.withoutPasswords(facts.uri())));
    json.addProperty("uri_fits", facts.fits(message));
    json.addProperty("stale", facts.stale());
    json.addProperty("answered", facts.answered());
    facts.nonceTime().ifPresent(time -> json.addProperty("nonce_time", time.toString()));
    return json;
  }

  static JsonObject finding(Finding finding) {
    JsonObject json = new JsonObject();
    json.addProperty("rule", finding.rule());
    json.addProperty("severity", finding.severity().name().toLowerCase(Locale.ROOT));
    json.addProperty("where", finding.where());
    json.addProperty("text", finding.text());
    json.addProperty("fix", finding.fix());
    json.addProperty("reference", finding.reference());
    return json;
  }
}
