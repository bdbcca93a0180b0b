package dev.opensipsmcp.server.toolset.dialog;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.common.SipAddress;
import dev.opensipsmcp.server.toolset.stream.Counts;
import dev.opensipsmcp.server.toolset.stream.Tally;
import java.time.Instant;

/** Counts of calls by what they have in common. */
final class DialogCounts {
  /** Different values that are counted exactly. */
  private static final int EXACT = 10_000;

  /** Upper borders of age, in seconds, each with its name. */
  private static final long[] BORDERS = {60, 600, 3600, 14_400, Long.MAX_VALUE};

  private static final String[] NAMES = {
    "up to 1 min", "1 to 10 min", "10 to 60 min", "1 to 4 h", "over 4 h"
  };

  private final Instant now;
  private final int prefix;
  private final Tally states = Tally.of(10);
  private final Tally ages = Tally.of(10);
  private final Tally callers = Tally.of(EXACT);
  private final Tally callees = Tally.of(EXACT);
  private final Tally prefixes = Tally.of(EXACT);
  private final Tally sockets = Tally.of(EXACT);
  private long calls;

  /**
   * No calls yet.
   *
   * @param now the time that ages are counted to
   * @param prefix how many digits of the callee's number are a prefix
   */
  DialogCounts(Instant now, int prefix) {
    this.now = now;
    this.prefix = prefix;
  }

  void add(Dialog dialog) {
    calls++;
    states.add(dialog.stateName());
    ages.add(bucket(dialog.age(now)));
    callers.add(host(dialog.caller()));
    callees.add(host(dialog.callee()));
    prefixes.add(prefix(SipAddress.user(dialog.callee())));
    sockets.add(socket(dialog.raw()));
  }

  private static String bucket(long age) {
    if (age < 0) {
      return "not answered";
    }
    int bucket = 0;
    while (age > BORDERS[bucket]) {
      bucket++;
    }
    return NAMES[bucket];
  }

  private static String host(String uri) {
    String host = SipAddress.host(uri);
    return host.isEmpty() ? "(none)" : host;
  }

  private String prefix(String user) {
    int from = user.startsWith("+") ? 1 : 0;
    int end = from;
    while (end < user.length() && end - from < prefix && Character.isDigit(user.charAt(end))) {
      end++;
    }
    return end == from ? "(no number)" : user.substring(0, end);
  }

  /** The sockets of the caller's and the first callee's leg. */
  private static String socket(JsonObject raw) {
    String callee = "";
    for (JsonElement leg : Json.list(raw, "CALLEES")) {
      callee = Json.text(Json.asObject(leg), "callee_bind_addr");
      break;
    }
    return Json.text(raw, "caller_bind_addr") + " > " + (callee.isEmpty() ? "(none)" : callee);
  }

  JsonObject json(int top) {
    JsonObject json = new JsonObject();
    json.addProperty("calls", calls);
    json.add("by_state", Counts.json(states, top, "calls"));
    json.add("by_age", Counts.json(ages, top, "calls"));
    json.add("by_caller_domain", Counts.json(callers, top, "calls"));
    json.add("by_callee_domain", Counts.json(callees, top, "calls"));
    json.add("by_callee_prefix", Counts.json(prefixes, top, "calls"));
    json.add("by_sockets", Counts.json(sockets, top, "calls"));
    return json;
  }

  static Schema schema() {
    return Schema.object(
        "Counts of the calls that pass the filter",
        Schema.required("calls", Schema.integer("How many calls")),
        Schema.required("by_state", Counts.schema("By state", "calls")),
        Schema.required("by_age", Counts.schema("By time since the answer", "calls")),
        Schema.required("by_caller_domain", Counts.schema("By domain of the From URI", "calls")),
        Schema.required("by_callee_domain", Counts.schema("By domain of the To URI", "calls")),
        Schema.required(
            "by_callee_prefix", Counts.schema("By first digits of the number called", "calls")),
        Schema.required(
            "by_sockets", Counts.schema("By the node's sockets to caller > callee", "calls")));
  }
}
