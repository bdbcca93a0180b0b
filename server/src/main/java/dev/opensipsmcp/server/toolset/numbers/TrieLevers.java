package dev.opensipsmcp.server.toolset.numbers;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.mi.MiError;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Step;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.lever.ChangeDraft;
import dev.opensipsmcp.server.toolset.lever.Lever;
import dev.opensipsmcp.server.toolset.lever.States;
import java.util.List;
import java.util.Optional;

/** The tools for the number tries of module trie, which 3.6 brought. */
final class TrieLevers {
  private static final String SEARCH = "trie_search";
  private static final Schema PARTITION = Schema.text("Trie; needed when the node has several");

  private TrieLevers() {}

  static List<Tool> tools() {
    return List.of(delete(), reload(), status(), search(), upsert());
  }

  private static Tool search() {
    return Lever.read(SEARCH, "numbers", "Look a number up in a trie")
        .what("Search a number trie for the longest prefix that a number begins with.")
        .useWhen("Use when you need what the trie says of one number, a ported one for example.")
        .notFor("Not for when it was loaded; use `trie_get_reload_status`.")
        .returns("Returns whether there is a match, the prefix, and its attributes.")
        .sends(SEARCH, "trie")
        .required("number", Schema.text("Number as the script would look it up"))
        .optional("partition", "partition_name", PARTITION)
        .answer(
            Schema.object(
                "The match",
                Schema.required("matched", Schema.flag("Whether a prefix matches")),
                Schema.optional("prefix", Schema.text("Longest prefix")),
                Schema.optional("attributes", Schema.text("What the trie says of it"))),
            (_, answer) -> new Outcome.Value(match(answer)))
        .examples(
            "Which trie prefix matches 0044123?",
            "What does the trie say about 12025550143?",
            "Is this number in the ported numbers trie?")
        .tool();
  }

  private static JsonObject match(JsonElement answer) {
    JsonObject match = new JsonObject();
    match.addProperty("matched", answer instanceof JsonObject);
    if (answer instanceof JsonObject found) {
      match.addProperty("prefix", Json.text(found, "Matched Prefix"));
      Json.addText(match, "attributes", Json.text(found, "ATTRS"));
    }
    return match;
  }

  private static Tool status() {
    return Lever.read("trie_get_reload_status", "numbers", "When tries were loaded")
        .what("Get when each number trie was last loaded, and the check sum of its rows.")
        .useWhen("Use when you need to know whether a reload took place or nodes hold the same.")
        .notFor("Not for one number; use `trie_search`.")
        .returns("Returns one row per trie.")
        .sends("trie_reload_status", "trie")
        .aliases("trie_reload_status")
        .answer(
            Schema.list(
                "Tries",
                Schema.object(
                    "One trie",
                    Schema.optional("partition", Schema.text("Its name, if there are several")),
                    Schema.required("loaded", Schema.text("Last load, the node's local time")),
                    Schema.required("check_sum", Schema.text("MD5 of the rows")))),
            (_, answer) -> new Outcome.Value(statuses(answer)))
        .examples(
            "When was the trie last reloaded?",
            "Trie reload status",
            "Do both nodes hold the same trie?")
        .tool();
  }

  private static JsonArray statuses(JsonElement answer) {
    JsonObject object = Json.asObject(answer);
    JsonArray rows = new JsonArray();
    if (object.has("Partitions")) {
      Json.list(object, "Partitions").forEach(one -> rows.add(status(Json.asObject(one))));
    } else {
      rows.add(status(object));
    }
    return rows;
  }

  private static JsonObject status(JsonObject one) {
    JsonObject status = new JsonObject();
    Json.addText(status, "partition", Json.text(one, "name"));
    status.addProperty("loaded", Json.text(one, "Date"));
    status.addProperty("check_sum", Json.text(one, "HASH"));
    return status;
  }

  private static ChangeDraft number(String tool, String title, String command) {
    return Lever.change(tool, "numbers", title)
        .sends(command, "trie")
        .also(SEARCH, "trie")
        .aliases(command)
        .local(Schema.required("partition", Schema.text("Trie that has the number")))
        .local(Schema.required("number", Schema.text("Number or prefix, exactly")))
        .returns("Returns the number's entry before and after.")
        .state(TrieLevers::entry)
        .params((arguments, _) -> params(arguments));
  }

  private static JsonObject params(Arguments arguments) {
    JsonObject params = Json.object("partition_name", arguments.text("partition"));
    params.add("number", Json.texts(List.of(arguments.text("number"))));
    if (arguments.has("attributes")) {
      params.add("attrs", Json.texts(List.of(arguments.text("attributes"))));
    }
    return params;
  }

  /** Looking a number up finds its own entry, or that of a shorter prefix, which is not meant. */
  private static MiResult<JsonObject> entry(Arguments arguments, ReadPorts ports) {
    JsonObject params = Json.object("partition_name", arguments.text("partition"));
    params.addProperty("number", arguments.text("number"));
    return switch (ports.mi().read(SEARCH, params)) {
      case MiResult.Failure<JsonElement>(MiError error) -> new MiResult.Failure<>(error);
      case MiResult.Success<JsonElement>(JsonElement answer) -> {
        JsonObject found = Json.asObject(answer);
        if (!Json.text(found, "Matched Prefix").equals(arguments.text("number"))) {
          yield new MiResult.Success<>(States.missing());
        }
        JsonObject state = new JsonObject();
        state.addProperty(States.EXISTS, true);
        state.addProperty("attributes", Json.text(found, "ATTRS"));
        yield new MiResult.Success<>(state);
      }
    };
  }

  private static Tool upsert() {
    return number("trie_upsert", "Set a number in a trie", "trie_number_upsert")
        .local(Schema.required("attributes", Schema.text("What to say of it").matching(".")))
        .what("Upsert a number in a trie: add it, or set its attributes.")
        .useWhen("Use when one number must count before the table is changed and reloaded.")
        .notFor("Not for many numbers; change the table, then use `trie_reload`.")
        .effects("Effects: new lookups, in memory until the next reload. Undo: restores the entry.")
        .risk(Risk.REVERSIBLE)
        .summary("Set number {number} to {attributes} in trie {partition}.")
        .plans("Lookups find it until the trie is reloaded; the table is not changed.")
        .inverse(TrieLevers::restored)
        .proof((arguments, after) ->
            Json.text(after, "attributes").equals(arguments.text("attributes")))
        .examples(
            "Set 12025550143 to rn=1202555 in trie ported",
            "Add number 0031 with nl to the trie",
            "Upsert a ported number in memory")
        .tool();
  }

  private static Tool delete() {
    return number("trie_delete", "Delete a number from a trie", "trie_number_delete")
        .what("Delete a number from a trie, so that lookups do not find it.")
        .useWhen("Use when one number must not match any more, before the table is changed.")
        .notFor("Not for a change of its attributes; use `trie_upsert`.")
        .effects(
            "Effects: new lookups, in memory until the next reload; a shorter prefix may match."
                + " Undo: restores the entry.")
        .risk(Risk.DISRUPTIVE)
        .mustExist("Look the number up with trie_search.")
        .summary("Delete number {number} from trie {partition}.")
        .plans("Lookups pass it over until the trie is reloaded; the table is not changed.")
        .noUndo("It had no attributes, which OpenSIPS can't set again; trie_reload brings it back.")
        .inverse(TrieLevers::restored)
        .proof((_, after) -> !States.exists(after))
        .examples(
            "Delete 12025550143 from trie ported",
            "Take a number out of the trie in memory",
            "The number was ported back, drop it from the trie")
        .tool();
  }

  private static Optional<Step> restored(Arguments arguments, JsonObject before) {
    JsonObject back = new JsonObject();
    back.addProperty("partition", arguments.text("partition"));
    back.addProperty("number", arguments.text("number"));
    if (!States.exists(before)) {
      return Optional.of(new Step("trie_delete", back));
    }
    if (Json.text(before, "attributes").isEmpty()) {
      return Optional.empty();
    }
    back.addProperty("attributes", Json.text(before, "attributes"));
    return Optional.of(new Step("trie_upsert", back));
  }

  private static Tool reload() {
    return Lever.change("trie_reload", "numbers", "Reload tries")
        .sends("trie_reload", "trie")
        .also("trie_reload_status", "trie")
        .what("Reload number tries from the database.")
        .useWhen("Use when rows of a trie's table were changed and should count.")
        .notFor("Not for one number at once; use `trie_upsert`.")
        .effects(
            "Effects: new lookups follow the table; numbers set or deleted in memory since the"
                + " last load are lost. Undo: put the old rows back and reload.")
        .returns("Returns when each trie was loaded, before and after.")
        .risk(Risk.REVERSIBLE)
        .optional("partition", "partition_name", Schema.text("Trie; all when absent"))
        .summary("Load the rows of trie {partition} again.")
        .plans("Changes that were made in memory only are lost.")
        .noUndo("Put the old rows back in the table and reload.")
        .state((_, ports) ->
            switch (ports.mi().read("trie_reload_status", new JsonObject())) {
              case MiResult.Failure<JsonElement>(MiError error) -> new MiResult.Failure<>(error);
              case MiResult.Success<JsonElement>(JsonElement answer) -> {
                JsonObject state = new JsonObject();
                state.add("tries", statuses(answer));
                yield new MiResult.Success<>(state);
              }
            })
        .examples(
            "Reload the trie from the database",
            "The ported numbers table changed, load it",
            "Reload trie partition ported")
        .tool();
  }
}
