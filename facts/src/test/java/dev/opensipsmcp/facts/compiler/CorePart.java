package dev.opensipsmcp.facts.compiler;

import com.google.gson.JsonObject;
import java.util.SortedSet;
import java.util.TreeSet;

/** Writes {@code core.tsv}. */
final class CorePart {
  private static final String FORMS = "ndswo";

  private CorePart() {}

  static String of(JsonObject core) {
    Lines lines = new Lines();
    for (JsonObject parameter : Json.objects(core, "global_parameters")) {
      lines.add(
          "g",
          Json.string(parameter, "name"),
          forms(parameter),
          Lines.words(Json.strings(parameter, "also")),
          ShortValue.global(parameter).map(it -> "=" + it).orElse(""));
    }
    ScriptPart.addFunctions(lines, "f", core, "functions");
    lines.add("s", Lines.words(Json.strings(core, "statements")));
    lines.add("k", Lines.words(Json.strings(core, "keywords")));
    lines.add("r", Lines.words(Json.strings(core, "route_blocks")));
    lines.add("v", ScriptPart.variables(core));
    lines.add("t", Lines.words(Json.strings(core, "transformations")));
    for (JsonObject level : Json.objects(core, "log_levels")) {
      lines.add("l", Json.string(level, "name"), Json.string(level, "value"));
    }
    lines.add("n", Lines.words(StatisticsPart.CORE_GROUPS));
    return lines.inOrder();
  }

  private static String forms(JsonObject parameter) {
    SortedSet<Integer> places = new TreeSet<>();
    for (String form : Json.strings(parameter, "values")) {
      if (!form.equals("error")) {
        places.add(FORMS.indexOf(letter(form)));
      }
    }
    StringBuilder letters = new StringBuilder();
    for (int place : places) {
      letters.append(FORMS.charAt(place));
    }
    return letters.toString();
  }

  private static char letter(String form) {
    return switch (form) {
      case "NUMBER" -> 'n';
      case "snumber" -> 'd';
      case "STRING" -> 's';
      case "ID" -> 'w';
      default -> 'o';
    };
  }
}
