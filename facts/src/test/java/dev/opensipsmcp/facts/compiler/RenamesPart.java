package dev.opensipsmcp.facts.compiler;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Writes {@code mi-renames.tsv} from the changes that name renames, and adds what they leave out:
 * old names that two modules export, and old spellings of a name that was renamed as well.
 */
final class RenamesPart {
  private final Lines lines = new Lines();
  private final Lines more = new Lines();
  private final Map<String, String> renames = new HashMap<>();

  private RenamesPart() {}

  static String of(JsonObject change, JsonElement before, JsonElement after, JsonElement modules) {
    RenamesPart part = new RenamesPart();
    for (JsonObject rename : Json.objects(Json.object(change, "mi"), "renamed")) {
      String plain = Json.string(rename, "old");
      String grouped = Json.string(rename, "new");
      part.renames.put(plain, grouped);
      part.lines.add(plain, grouped);
    }
    List<JsonObject> old = Json.objects(before);
    for (JsonObject command : Json.objects(after)) {
      part.addSharedNames(command, MiPart.module(command, modules), old);
    }
    for (String removed : Json.strings(Json.object(change, "mi"), "removed")) {
      part.addOtherSpelling(removed, old);
    }
    return part.lines.sorted() + part.more.sorted();
  }

  private void addSharedNames(JsonObject command, String module, List<JsonObject> old) {
    String grouped = Json.string(command, "name");
    for (String alias : Json.strings(command, "aliases")) {
      boolean other = !renames.getOrDefault(alias, grouped).equals(grouped);
      if (other && old.stream().anyMatch(entry -> is(entry, alias, module))) {
        more.add(alias, grouped, module);
      }
    }
  }

  private void addOtherSpelling(String removed, List<JsonObject> old) {
    for (JsonObject entry : old) {
      String name = Json.string(entry, "name");
      if (!name.equals(removed)
          && renames.containsKey(name)
          && plain(name).equals(plain(removed))
          && old.stream().anyMatch(one -> is(one, removed, Json.string(entry, "module")))) {
        more.add(removed, renames.get(name));
      }
    }
  }

  private static boolean is(JsonObject entry, String name, String module) {
    return Json.string(entry, "name").equals(name) && Json.string(entry, "module").equals(module);
  }

  private static String plain(String name) {
    return name.replace("_", "").toLowerCase(Locale.ROOT);
  }
}
