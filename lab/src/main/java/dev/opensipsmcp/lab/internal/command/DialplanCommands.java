package dev.opensipsmcp.lab.internal.command;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.opensipsmcp.lab.internal.rpc.Arguments;
import dev.opensipsmcp.lab.internal.rpc.Command;
import dev.opensipsmcp.lab.internal.rpc.Outcome;
import dev.opensipsmcp.lab.internal.state.Row;
import dev.opensipsmcp.lab.internal.state.Tables;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The translation rules of module dialplan. The table has one rule more than was loaded, so that a
 * reload shows in what a number becomes. A second partition is from another database; a node that
 * reads tables from outside has none.
 */
final class DialplanCommands {
  private static final String DEFAULT = "default";
  private static final String SECOND = "pstn";
  private static final String TABLE = "dialplan";
  private static final String URL = "sqlite://@/srv/sip-proxy/db/opensips.db";

  private static final List<Row> OTHER_DATABASE =
      List.of(
          row("1", "2", "^\\+(1[0-9]*)$", "00\\1", "us"),
          row("2", "2", "^\\+([2-9][0-9]*)$", "00\\1", "world"));

  private final Tables tables;
  private final List<String> partitions;
  private List<DialplanRule> rules = List.of();

  DialplanCommands(Tables tables) {
    this.tables = tables;
    this.partitions = tables.fromOutside() ? List.of(DEFAULT) : List.of(DEFAULT, SECOND);
    tables.seed(
        TABLE,
        row("1", "1", "^00([1-9][0-9]*)$", "+\\1", "international"),
        row("2", "1", "^0([1-9][0-9]*)$", "+44\\1", "national"),
        row("3", "2", "^([2-7][0-9]{3})$", "\\1", "internal"));
    load();
    // Written since the node started: active after the next reload.
    tables.seed(TABLE, row("4", "1", "^\\*98$", "voicemail", "feature"));
  }

  private static Row row(String id, String set, String match, String output, String attributes) {
    return Row.of(
        "id", id,
        "dpid", set,
        "pr", "0",
        "match_op", "1",
        "match_exp", match,
        "match_flags", "0",
        "subst_exp", match,
        "repl_exp", output,
        "disabled", "0",
        "attrs", attributes);
  }

  private void load() {
    List<DialplanRule> fresh = new ArrayList<>();
    List<Row> rows =
        tables.rows(TABLE).stream().filter(row -> row.number("disabled") == 0).toList();
    rows.forEach(row -> fresh.add(DialplanRule.of(DEFAULT, row)));
    if (partitions.contains(SECOND)) {
      OTHER_DATABASE.forEach(row -> fresh.add(DialplanRule.of(SECOND, row)));
    }
    fresh.sort(Comparator.comparingInt(DialplanRule::priority));
    tables.took(TABLE, rows);
    rules = fresh;
  }

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
    if (!partitions.contains(partition(arguments))) {
      return Outcome.refuse(400, "Partition not found");
    }
    return partition(arguments).equals(DEFAULT)
        ? Reading.again(this::load, Outcome.serverError())
        : Outcome.ok();
  }

  private Outcome translate(Arguments arguments) {
    if (!partitions.contains(partition(arguments))) {
      return Outcome.refuse(400, "Partition not found");
    }
    if (!arguments.text("dpid").matches("-?\\d{1,9}")) {
      return Outcome.refuse(404, "Wrong id parameter");
    }
    int id = Integer.parseInt(arguments.text("dpid"));
    if (arguments.text("input").isEmpty()) {
      return Outcome.refuse(404, "Empty input parameter");
    }
    List<DialplanRule> candidates =
        rules.stream()
            .filter(rule -> rule.id() == id && rule.partition().equals(partition(arguments)))
            .toList();
    if (candidates.isEmpty()) {
      return Outcome.refuse(404, "No information available for dpid");
    }
    String input = arguments.text("input");
    for (DialplanRule rule : candidates) {
      if (rule.fits(input)) {
        JsonObject json = new JsonObject();
        json.addProperty("Output", rule.translate(input));
        json.addProperty("ATTRIBUTES", rule.attributes());
        return Outcome.value(json);
      }
    }
    return Outcome.refuse(404, "No translation");
  }

  private Outcome show(Arguments arguments) {
    if (!arguments.has("partition")) {
      JsonArray list = new JsonArray();
      partitions.forEach(name -> list.add(print("name", "table", name)));
      JsonObject json = new JsonObject();
      json.add("Partitions", list);
      return Outcome.value(json);
    }
    return partitions.contains(partition(arguments))
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
