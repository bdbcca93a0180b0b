package dev.opensipsmcp.facts.compiler;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Writes {@code modules.tsv}. */
final class ModulesPart {
  private ModulesPart() {}

  static String of(JsonElement extracted) {
    Lines lines = new Lines();
    List<JsonObject> modules = Json.objects(extracted);
    modules.sort(Comparator.comparing(it -> Json.string(it, "name")));
    for (JsonObject module : modules) {
      add(lines, module);
    }
    return lines.inOrder();
  }

  private static void add(Lines lines, JsonObject module) {
    lines.add("m", Json.string(module, "name"), Json.is(module, "builtin") ? "b" : "");
    for (JsonObject parameter : Json.objects(module, "parameters")) {
      addParameter(lines, parameter);
    }
    ScriptPart.addFunctions(lines, "f", module, "functions");
    ScriptPart.addFunctions(lines, "a", module, "async_functions");
    addUnlessEmpty(lines, "v", ScriptPart.variables(module));
    addUnlessEmpty(lines, "d", dependencies(module));
    addUnlessEmpty(lines, "i", Lines.words(Json.strings(module, "mi")));
  }

  private static void addUnlessEmpty(Lines lines, String kind, String words) {
    if (!words.isEmpty()) {
      lines.add(kind, words);
    }
  }

  private static void addParameter(Lines lines, JsonObject parameter) {
    String type = Json.string(parameter, "type");
    String letter =
        switch (type) {
          case "string" -> "s";
          case "int" -> "i";
          case "string|int" -> "x";
          default -> throw new IllegalArgumentException("No letter for the type of " + parameter);
        };
    lines.add(
        "p",
        Json.string(parameter, "name"),
        letter,
        (type.equals("string") ? ShortValue.string(parameter) : ShortValue.number(parameter))
            .map(it -> "=" + it)
            .orElse(""));
  }

  private static String dependencies(JsonObject module) {
    List<String> words = new ArrayList<>();
    for (JsonObject dependency : Json.objects(module, "depends")) {
      String kind = Json.string(dependency, "kind");
      words.add(
          (kind.equals("default") ? "module" : kind)
              + ":"
              + Json.string(dependency, "module")
              + ":"
              + Json.string(dependency, "policy")
              + (Json.is(dependency, "conditional") ? ":c" : ""));
    }
    return Lines.words(words);
  }
}
