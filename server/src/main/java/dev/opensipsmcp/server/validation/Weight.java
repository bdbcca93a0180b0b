package dev.opensipsmcp.server.validation;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

/** Weighs arguments before anybody looks into them, and stops as soon as they are too heavy. */
public final class Weight {
  private static final int DEEPEST = 32;

  private final long most;
  private long chars;

  private Weight(long most) {
    this.most = most;
  }

  /**
   * {@return whether the value is larger than {@code most} characters, or nested deeper than 32}
   */
  public static boolean exceeds(JsonElement element, long most) {
    return new Weight(most).tooMuch(element, 0);
  }

  private boolean tooMuch(JsonElement element, int depth) {
    if (depth > DEEPEST) {
      return true;
    }
    switch (element) {
      case JsonObject object -> {
        for (String name : object.keySet()) {
          chars += name.length() + 1L;
          if (tooMuch(object.get(name), depth + 1)) {
            return true;
          }
        }
      }
      case JsonArray array -> {
        for (JsonElement item : array) {
          chars++;
          if (tooMuch(item, depth + 1)) {
            return true;
          }
        }
      }
      case JsonPrimitive primitive -> chars += primitive.getAsString().length();
      default -> chars++;
    }
    return chars > most;
  }
}
