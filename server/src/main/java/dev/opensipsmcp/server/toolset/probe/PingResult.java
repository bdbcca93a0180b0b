package dev.opensipsmcp.server.toolset.probe;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.sip.message.SipMessage;
import dev.opensipsmcp.sip.probe.ProbeFailure;
import dev.opensipsmcp.sip.probe.ProbeOutcome;
import dev.opensipsmcp.sip.probe.ProbeTarget;
import dev.opensipsmcp.sip.probe.SipProber;
import dev.opensipsmcp.sip.probe.Times;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What came of the requests of one ping. */
final class PingResult {
  private static final int UNAVAILABLE = 503;

  private final ProbeTarget target;
  private final JsonArray requests = new JsonArray();
  private final List<Double> times = new ArrayList<>();
  private Optional<SipMessage> answer = Optional.empty();
  private Optional<ProbeFailure> failure = Optional.empty();
  private int code;
  private boolean again;

  PingResult(ProbeTarget target) {
    this.target = target;
  }

  ProbeTarget target() {
    return target;
  }

  /**
   * {@return whether the server is one to stay with} One that is silent or answers 503 is not: the
   * next one of its domain is asked (RFC 3263 section 4.3).
   */
  boolean serves() {
    return !times.isEmpty() && code != UNAVAILABLE;
  }

  /** {@return which server it is, and why it is not one to stay with} */
  String inShort() {
    return target
        + ": "
        + (times.isEmpty()
            ? failure.map(ProbeFailure::cause).orElse("Nothing is known.")
            : "it answers " + code + ".");
  }

  /** Adds what came of one. */
  void add(ProbeOutcome outcome) {
    requests.add(Heard.request(outcome));
    again |= outcome.sent() > 1;
    switch (outcome) {
      case ProbeOutcome.Answered answered -> {
        times.add(answered.milliseconds());
        answer = Optional.of(answered.response());
        code = answered.code();
      }
      case ProbeOutcome.Failed failed -> failure = Optional.of(failed.failure());
    }
  }

  /** {@return all of it} */
  JsonObject json(SipProber prober) {
    int sent = requests.size();
    JsonObject json = Json.object("target", target.toString());
    json.addProperty("sent", sent);
    json.addProperty("answered", times.size());
    json.addProperty(
        "loss_percent", sent == 0 ? 0 : Math.round(100.0 * (sent - times.size()) / sent));
    Times.of(times).ifPresent(it -> json.add("rtt_ms", json(it)));
    if (target.transport().reliable() && prober.connectMilliseconds() > 0) {
      json.addProperty("connect_ms", Heard.rounded(prober.connectMilliseconds()));
    }
    prober
        .tls()
        .ifPresent(tls -> {
          JsonObject shown = Json.object("protocol", tls.protocol());
          shown.addProperty("cipher", tls.cipher());
          json.add("tls", shown);
        });
    answer.ifPresent(it -> json.add("peer", Heard.peer(it)));
    json.add("requests", requests);
    json.addProperty("verdict", verdict());
    json.addProperty("next", next());
    return json;
  }

  private static JsonObject json(Times times) {
    JsonObject json = new JsonObject();
    json.addProperty("min", Heard.rounded(times.least()));
    json.addProperty("median", Heard.rounded(times.median()));
    json.addProperty("p95", Heard.rounded(times.p95()));
    json.addProperty("max", Heard.rounded(times.most()));
    json.addProperty("mean", Heard.rounded(times.mean()));
    json.addProperty("jitter", Heard.rounded(times.jitter()));
    return json;
  }

  private String verdict() {
    if (requests.isEmpty()) {
      return "Withdrawn before anything was known.";
    }
    if (times.isEmpty()) {
      return failure.map(ProbeFailure::cause).orElse("Nothing is known.");
    }
    if (failure.isPresent()) {
      return "It answers, but not always: " + failure.get().cause();
    }
    return again
        ? "It answers; requests had to be sent more than once, so packets get lost or it is slow."
        : "It is there and answers with " + code + ".";
  }

  private String next() {
    if (failure.isPresent()) {
      return failure.get().next();
    }
    if (code >= 500) {
      return "Ask who runs it why it answers " + code + "; dispatcher may take it for dead.";
    }
    return code == 401 || code == 403 || code == 407
        ? "It is alive; it wants to know who asks, or does not serve this host."
        : "Nothing.";
  }
}
