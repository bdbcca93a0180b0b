package dev.opensipsmcp.lab.internal.command;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.opensipsmcp.lab.internal.rpc.Arguments;
import dev.opensipsmcp.lab.internal.rpc.Command;
import dev.opensipsmcp.lab.internal.rpc.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The translation rules of module dialplan. The table has one rule more than was loaded, so that a
 * reload shows in what a number becomes.
 */
final class DialplanCommands {
  private static final String DEFAULT = "default";
  private static final List<String> PARTITIONS = List.of(DEFAULT, "pstn");
  private static final String TABLE = "dialplan";
  private static final String URL = "sqlite://@/srv/sip-proxy/db/opensips.db";

  private record Rule(String partition, int id, Pattern match, String output, String attributes) {
    static Rule of(String partition, int id, String match, String output, String attributes) {
      return new Rule(partition, id, Pattern.compile(match), output, attributes);
    }
  }

  private static final Rule NOT_LOADED_YET = Rule.of(DEFAULT, 1, "\\*98", "voicemail", "feature");

  private final List<Rule> rules =
      new ArrayList<>(
          List.of(
              Rule.of(DEFAULT, 1, "00([1-9]\\d*)", "+$1", "international"),
              Rule.of(DEFAULT, 1, "0([1-9]\\d*)", "+44$1", "national"),
              Rule.of(DEFAULT, 2, "([2-7]\\d{3})", "$1", "internal"),
              Rule.of("pstn", 2, "\\+(1\\d*)", "00$1", "us"),
              Rule.of("pstn", 2, "\\+([2-9]\\d*)", "00$1", "world")));

  List<Command> all() {
    return List.of(
        Command.of("dp_reload", "dialplan:reload", this::reload),
        Command.of("dp_translate", "dialplan:translate", this::translate),
        Command.of("dp_show_partition", "dialplan:show_partition", this::show));
  }

  private static String partition(Arguments arguments) {
    return arguments.optionalText("partition").orElse(DEFAULT);
  }

  private Outcome reload(Arguments arguments) {
    if (!PARTITIONS.contains(partition(arguments))) {
      return Outcome.refuse(400, "Partition not found");
    }
    if (partition(arguments).equals(DEFAULT) && !rules.contains(NOT_LOADED_YET)) {
      rules.add(NOT_LOADED_YET);
    }
    return Outcome.ok();
  }

  private Outcome translate(Arguments arguments) {
    if (!PARTITIONS.contains(partition(arguments))) {
      return Outcome.refuse(400, "Partition not found");
    }
    if (!arguments.text("dpid").matches("-?\\d{1,9}")) {
      return Outcome.refuse(404, "Wrong id parameter");
    }
    int id = Integer.parseInt(arguments.text("dpid"));
    if (arguments.text("input").isEmpty()) {
      return Outcome.refuse(404, "Empty input parameter");
    }
    List<Rule> candidates =
        rules.stream()
            .filter(rule -> rule.id() == id && rule.partition().equals(partition(arguments)))
            .toList();
    if (candidates.isEmpty()) {
      return Outcome.refuse(404, "No information available for dpid");
    }
    for (Rule rule : candidates) {
      Matcher match = rule.match().matcher(arguments.text("input"));
      if (match.matches()) {
        JsonObject json = new JsonObject();
        json.addProperty("Output", match.replaceAll(rule.output()));
        json.addProperty("ATTRIBUTES", rule.attributes());
        return Outcome.value(json);
      }
    }
    return Outcome.refuse(404, "No translation");
  }

  private Outcome show(Arguments arguments) {
    if (!arguments.has("partition")) {
      JsonArray partitions = new JsonArray();
      PARTITIONS.forEach(name -> partitions.add(print("name", "table", name)));
      JsonObject json = new JsonObject();
      json.add("Partitions", partitions);
      return Outcome.value(json);
    }
    return PARTITIONS.contains(partition(arguments))
        ? Outcome.value(print("Partition", "Table", partition(arguments)))
        : Outcome.refuse(404, "Partition Not Found");
  }

  private static JsonObject print(String name, String table, String partition) {
    JsonObject json = new JsonObject();
    json.addProperty(name, partition);
    json.addProperty(table, TABLE);
    json.addProperty("db_url", URL);
    return json;
  }
}
