package dev.opensipsmcp.lab;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The shape of a JSON value: every path with its type. Names that a configuration chooses are
 * alike: variables and profiles of a dialog, and process numbers in statistics.
 */
record Shape(Set<String> paths) {
  private static final Pattern CHOSEN =
      Pattern.compile("(context\\.(?:values|profiles)\\[])\\.[^:]+");
  private static final Pattern PROCESS = Pattern.compile("(-proc-|pkmem:)\\d+");

  static Shape of(JsonElement json) {
    Set<String> paths = new TreeSet<>();
    collect("$", json, paths);
    return new Shape(paths);
  }

  private static void collect(String path, JsonElement json, Set<String> paths) {
    switch (json) {
      case JsonObject object -> {
        paths.add(path + ":object");
        object
            .entrySet()
            .forEach(entry -> collect(path + '.' + entry.getKey(), entry.getValue(), paths));
      }
      case JsonArray array -> {
        paths.add(path + ":array");
        array.forEach(element -> collect(path + "[]", element, paths));
      }
      case JsonPrimitive primitive ->
          paths.add(alike(path) + (primitive.isString() ? ":string" : scalar(primitive)));
      default -> paths.add(alike(path) + ":null");
    }
  }

  private static String scalar(JsonPrimitive primitive) {
    return primitive.isBoolean() ? ":boolean" : ":number";
  }

  private static String alike(String path) {
    return PROCESS.matcher(CHOSEN.matcher(path).replaceAll("$1.*")).replaceAll("$1N");
  }

  /** The paths that the other has not, but for what lies in arrays that are empty there. */
  Set<String> beyond(Shape other) {
    Set<String> more = new TreeSet<>(paths);
    more.removeAll(other.paths);
    more.removeIf(path -> other.emptyArrayAround(path));
    return more;
  }

  private boolean emptyArrayAround(String path) {
    for (int at = path.indexOf("[]"); at >= 0; at = path.indexOf("[]", at + 2)) {
      String array = path.substring(0, at);
      boolean known = paths.contains(array + ":array");
      boolean filled = paths.stream().anyMatch(one -> one.startsWith(array + "[]"));
      if (known && !filled) {
        return true;
      }
    }
    return false;
  }
}
