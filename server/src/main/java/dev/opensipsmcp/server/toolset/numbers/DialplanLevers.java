package dev.opensipsmcp.server.toolset.numbers;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.mi.MiError;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.lever.Lever;
import java.util.List;

/** The tools for module dialplan. */
final class DialplanLevers {
  private static final String TRANSLATE = "dp_translate";
  private static final String NO_MATCH = "No translation";

  private DialplanLevers() {}

  static List<Tool> tools() {
    return List.of(reload(), show(), translate());
  }

  private static Tool translate() {
    return Lever.read("dialplan_translate", "numbers", "Translate a number")
        .what("Translate a number by the dialplan rules, as a call would, without a call.")
        .useWhen("Use when a dialed number is rewritten wrongly, or to try a new rule.")
        .notFor("Not for which tables there are; use `dialplan_show`.")
        .returns("Returns whether a rule matches, the output, and the rule's attributes.")
        .sends(TRANSLATE, "dialplan")
        .aliases(TRANSLATE)
        .required("dpid", Schema.integer("Number of the rule set").between(0, 2147483647))
        .required("input", Schema.text("Number or text to translate").matching("."))
        .optional("partition", Schema.text("Partition; default when absent"))
        .answer(
            Schema.object(
                "The translation",
                Schema.required("translated", Schema.flag("Whether a rule matches")),
                Schema.optional("output", Schema.text("What it becomes")),
                Schema.optional("attributes", Schema.text("The rule's attributes"))))
        .examples(
            "What does dialplan 1 make of 0123456?",
            "Test the translation of 00441234 in rule set 1",
            "Which attributes does the dialplan give for +1555?")
        .tool((Work.Read) DialplanLevers::translated);
  }

  /** That no rule matches is a finding, and no failure; that there are no rules is one. */
  private static Outcome translated(Arguments arguments, ReadPorts ports) {
    JsonObject params = arguments.json().deepCopy();
    JsonObject result = new JsonObject();
    return switch (ports.mi().read(TRANSLATE, params)) {
      case MiResult.Failure<JsonElement>(MiError.Refused refused)
          when refused.message().equals(NO_MATCH) -> {
        result.addProperty("translated", false);
        yield new Outcome.Value(result);
      }
      case MiResult.Failure<JsonElement>(MiError error) -> Outcome.Failure.of(error);
      case MiResult.Success<JsonElement>(JsonElement answer) -> {
        JsonObject found = Json.asObject(answer);
        result.addProperty("translated", true);
        result.addProperty("output", Json.text(found, "Output"));
        Json.addText(result, "attributes", Json.text(found, "ATTRIBUTES"));
        yield new Outcome.Value(result);
      }
    };
  }

  private static Tool show() {
    return Lever.read("dialplan_show", "numbers", "Dialplan partitions")
        .what("Show the dialplan partitions and the tables that their rules come from.")
        .useWhen("Use when you need a partition's name to translate in it or reload it.")
        .notFor("Not for what a number becomes; use `dialplan_translate`.")
        .returns("Returns a page of partitions; the rules are in the tables only.")
        .sends("dp_show_partition", "dialplan")
        .aliases("dp_show_partition")
        .rows("Partitions[]")
        .column("partition", "name", Schema.text("Name"))
        .column("table", "table", Schema.text("Table of its rules"))
        .examples(
            "Which dialplan partitions are there?",
            "Show the tables of the dialplan",
            "Where does the dialplan take its rules from?")
        .tool();
  }

  private static Tool reload() {
    return Lever.change("dialplan_reload", "numbers", "Reload dialplan rules")
        .sends("dp_reload", "dialplan")
        .aliases("dp_reload")
        .what("Reload the dialplan rules from the database.")
        .useWhen("Use when rows of a dialplan table were changed and should count.")
        .notFor("Not for trying a number; use `dialplan_translate`.")
        .effects(
            "Effects: new requests are translated by the new rules."
                + " Undo: put the old rows back and reload.")
        .returns("Returns the node's answer; no command lists the rules.")
        .risk(Risk.REVERSIBLE)
        .optional("partition", Schema.text("Partition; all when absent"))
        .summary("Load the dialplan rules of {partition} again.")
        .plans("Rules that were changed since the last load count.")
        .noUndo("Put the old rows back in the table and reload.")
        .examples(
            "Reload the dialplan",
            "I changed a dialplan rule, activate it",
            "Reload dialplan partition pstn")
        .tool();
  }
}
