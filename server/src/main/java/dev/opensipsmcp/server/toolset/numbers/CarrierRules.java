package dev.opensipsmcp.server.toolset.numbers;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.stream.JsonReader;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.stream.Row;
import dev.opensipsmcp.server.toolset.stream.RowPath;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the rules out of a dump of carrier routes. There, a rule is a line of text with an empty
 * object before it. Bare host names after it are the host that stands in for it while it is off,
 * and the hosts that it stands in for while it is on.
 */
final class CarrierRules {
  private static final RowPath PATH = RowPath.parse("Carriers[].Domains[].Rules[]");
  private static final Pattern LINE =
      Pattern.compile(
          "\\s*(\\S+): (\\S+) %, '(.*?)': (ON|OFF), '(-?\\d+)', '(.*?)', '(.*?)', '(.*)'\\s*",
          Pattern.DOTALL);
  private static final String NO_PREFIX = "NULL";

  private final Predicate<JsonObject> visitor;
  private Optional<JsonObject> last = Optional.empty();
  private boolean wanted = true;

  private CarrierRules(Predicate<JsonObject> visitor) {
    this.visitor = visitor;
  }

  /**
   * Hands out the rules of a dump as they arrive.
   *
   * @param json stands before the dump
   * @param visitor takes each rule; false ends the reading
   */
  static void read(JsonReader json, Predicate<JsonObject> visitor) throws IOException {
    CarrierRules rules = new CarrierRules(visitor);
    PATH.read(json, rules::see);
    if (rules.wanted) {
      rules.handOut();
    }
  }

  private boolean see(Row row) {
    if (row.get("value") instanceof JsonPrimitive text) {
      Matcher line = LINE.matcher(text.getAsString());
      if (line.matches()) {
        handOut();
        last = Optional.of(rule(row, line));
      } else {
        last.ifPresent(rule -> addBackup(rule, text.getAsString()));
      }
    }
    return wanted;
  }

  private void handOut() {
    wanted = last.isEmpty() || visitor.test(last.get());
    last = Optional.empty();
  }

  private static JsonObject rule(Row row, Matcher line) {
    JsonObject rule = new JsonObject();
    rule.addProperty("carrier", row.text("Carriers.name"));
    rule.addProperty("domain", row.text("Domains.name"));
    rule.addProperty("prefix", line.group(1).equals(NO_PREFIX) ? "" : line.group(1));
    rule.addProperty("host", line.group(3));
    rule.addProperty("enabled", line.group(4).equals("ON"));
    rule.add("percent", number(line.group(2)));
    rule.addProperty("strip", Json.number(line.group(5), 0));
    Json.addText(rule, "rewrite_prefix", line.group(6));
    Json.addText(rule, "rewrite_suffix", line.group(7));
    Json.addText(rule, "comment", line.group(8));
    return rule;
  }

  private static JsonElement number(String text) {
    try {
      return new JsonPrimitive(Double.valueOf(text));
    } catch (NumberFormatException _) {
      return new JsonPrimitive(text);
    }
  }

  private static void addBackup(JsonObject rule, String host) {
    if (!rule.get("enabled").getAsBoolean() && !rule.has("backed_up_by")) {
      rule.addProperty("backed_up_by", host);
      return;
    }
    JsonArray hosts = Json.list(rule, "backup_for");
    hosts.add(host);
    rule.add("backup_for", hosts);
  }
}
