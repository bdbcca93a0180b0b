package dev.opensipsmcp.server.serve;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts what a person gave into the places that stand for it; a member whose argument is missing
 * goes.
 *
 * @param given the arguments
 */
record Filling(Map<String, String> given) {
  private static final Pattern PLACE = Pattern.compile("\\{([a-z_]+)(?::(int|hours))?\\}");
  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final long HOUR = 3_600;

  Filling {
    given = Map.copyOf(given);
  }

  /** {@return a text; what was given stays on its line, so that it can't pass for a step} */
  String text(String text) {
    return PLACE
        .matcher(text)
        .replaceAll(place ->
            Matcher.quoteReplacement(
                BLANKS.matcher(given.getOrDefault(place.group(1), "(not given)")).replaceAll(" ")));
  }

  /** {@return an object} */
  JsonObject object(JsonObject template) {
    JsonObject filled = new JsonObject();
    for (Map.Entry<String, JsonElement> member : template.entrySet()) {
      value(member.getValue()).ifPresent(value -> filled.add(member.getKey(), value));
    }
    return filled;
  }

  private Optional<JsonElement> value(JsonElement template) {
    if (template instanceof JsonArray array) {
      JsonArray filled = new JsonArray();
      array.forEach(item -> value(item).ifPresent(filled::add));
      return filled.isEmpty() && !array.isEmpty() ? Optional.empty() : Optional.of(filled);
    }
    if (!(template instanceof JsonPrimitive primitive) || !primitive.isString()) {
      return Optional.of(template);
    }
    Matcher place = PLACE.matcher(primitive.getAsString());
    if (!place.matches()) {
      return Optional.of(new JsonPrimitive(text(primitive.getAsString())));
    }
    String said = given.get(place.group(1));
    if (said == null) {
      return Optional.empty();
    }
    return Optional.of(
        place.group(2) == null
            ? new JsonPrimitive(said)
            : new JsonPrimitive(
                Long.parseLong(said) * (place.group(2).equals("hours") ? HOUR : 1)));
  }

  /** {@return the arguments that stand for numbers in a template} */
  static boolean isNumber(String template, String argument) {
    return template.contains("{" + argument + ":");
  }
}
