package dev.opensipsmcp.facts.compiler;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** Writes what modules and the core alike add to scripts. */
final class ScriptPart {
  private ScriptPart() {}

  /** Adds the functions of a member; one with several parameter lists gets a line for each. */
  static void addFunctions(Lines lines, String kind, JsonObject owner, String member) {
    for (JsonObject function : Json.objects(owner, member)) {
      add(lines, kind, function, Json.array(function, "params"));
      for (JsonElement variant : Json.array(function, "variants")) {
        add(lines, kind, function, variant.getAsJsonArray());
      }
    }
  }

  private static void add(Lines lines, String kind, JsonObject function, JsonArray parameters) {
    String name = Json.string(function, "name");
    List<String> words = new ArrayList<>();
    for (JsonObject parameter : Json.objects(parameters)) {
      words.add(word(parameter));
    }
    lines.add(kind, name, routes(function), Lines.words(words.subList(0, end(name, words.size()))));
  }

  /**
   * In its table 4.0.1 lists a second parameter of {@code sca_mute_branch} behind the mark that
   * ends the list, which extraction takes for one; a server refuses two arguments.
   */
  private static int end(String function, int found) {
    return function.equals("sca_mute_branch") ? Math.min(1, found) : found;
  }

  private static String routes(JsonObject function) {
    StringBuilder letters = new StringBuilder();
    for (String route : Json.strings(function, "routes")) {
      letters.append(
          switch (route) {
            case "all" -> '*';
            case "request" -> 'r';
            case "failure" -> 'f';
            case "onreply" -> 'o';
            case "branch" -> 'b';
            case "error" -> 'e';
            case "local" -> 'l';
            case "startup" -> 's';
            case "timer" -> 't';
            case "event" -> 'v';
            default -> throw new IllegalArgumentException("No letter for a route in " + function);
          });
    }
    return letters.isEmpty() || letters.indexOf("*") >= 0 ? "*" : letters.toString();
  }

  private static String word(JsonObject parameter) {
    char type =
        switch (Json.string(parameter, "type")) {
          case "string" -> 's';
          case "int" -> 'i';
          case "var" -> 'v';
          case "regex" -> 'r';
          default -> throw new IllegalArgumentException("No letter for the type of " + parameter);
        };
    return Json.string(parameter, "name")
        + ":"
        + type
        + (Json.is(parameter, "optional") ? "?" : "")
        + (Json.is(parameter, "output") ? ">" : "")
        + (Json.is(parameter, "static") ? "=" : "")
        + (Json.is(parameter, "no_expand") ? "!" : "");
  }

  /** {@return the variables of an owner as one field} */
  static String variables(JsonObject owner) {
    List<String> words = new ArrayList<>();
    for (JsonObject variable : Json.objects(owner, "pvars")) {
      words.add(
          Json.string(variable, "name")
              + ":"
              + (Json.is(variable, "writable") ? "w" : "")
              + (Json.is(variable, "takes_name") ? "n" : "")
              + (Json.is(variable, "takes_index") ? "i" : ""));
    }
    return Lines.words(words);
  }
}
