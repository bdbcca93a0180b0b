package dev.opensipsmcp.server.redact;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Takes secrets out of whatever leaves the gate: values under names of secrets, secrets in running
 * text by their form, and the configured secrets wherever they stand.
 *
 * <p>A secret that has no telling name, no telling form, and is not configured can't be known and
 * is not found. Immutable; takes time in proportion to what it reads.
 */
public final class Redactor {
  /** What stands where a secret stood. */
  public static final String MARK = "[redacted]";

  /** Shorter ones would also hit innocent text. */
  private static final int SHORTEST_SECRET = 4;

  private final List<String> secrets;

  /**
   * Makes a redactor.
   *
   * @param secrets the configured ones, such as the MI password and bearer tokens; those of fewer
   *     than four characters are found by name only
   */
  public Redactor(Collection<String> secrets) {
    List<String> forms = new ArrayList<>();
    for (String secret : secrets) {
      if (secret.length() >= SHORTEST_SECRET) {
        forms.add(secret);
        String encoded = URLEncoder.encode(secret, StandardCharsets.UTF_8);
        if (!encoded.equals(secret)) {
          forms.add(encoded);
        }
      }
    }
    // A secret that contains another goes first, or its rest would stay.
    forms.sort((a, b) -> Integer.compare(b.length(), a.length()));
    this.secrets = List.copyOf(forms);
  }

  /** {@return a copy without secrets} */
  public JsonElement redact(JsonElement element) {
    return switch (element) {
      case JsonObject object -> redact(object);
      case JsonArray array -> {
        JsonArray clean = new JsonArray(array.size());
        for (JsonElement item : array) {
          clean.add(redact(item));
        }
        yield clean;
      }
      case JsonPrimitive primitive when primitive.isString() -> text(primitive);
      default -> element;
    };
  }

  /** {@return a copy without secrets} */
  public JsonObject redact(JsonObject object) {
    boolean namesSecret = namesSecret(object);
    JsonObject clean = new JsonObject();
    for (String name : object.keySet()) {
      JsonElement value = object.get(name);
      boolean secret = isSecret(name, value) || (namesSecret && name.equals("value"));
      clean.add(redact(name), secret && carries(value) ? mark() : redact(value));
    }
    return clean;
  }

  /** {@return the text without secrets} */
  public String redact(String text) {
    String clean = text;
    for (String secret : secrets) {
      if (clean.contains(secret)) {
        clean = clean.replace(secret, MARK);
      }
    }
    return TextScrubber.scrub(clean);
  }

  /** {@return whether a value of this name is taken for a secret} */
  public static boolean isSecretName(String name) {
    return SecretNames.contains(name);
  }

  private JsonElement text(JsonPrimitive primitive) {
    String text = primitive.getAsString();
    String clean = redact(text);
    return clean.equals(text) ? primitive : new JsonPrimitive(clean);
  }

  private static boolean isSecret(String name, JsonElement value) {
    return SecretNames.contains(name)
        || (SecretNames.digestAnswer(name)
            && value instanceof JsonPrimitive primitive
            && primitive.isString()
            && TextScrubber.isDigest(primitive.getAsString()));
  }

  /** OpenSIPS lists settings as pairs of a name and a value too. */
  private static boolean namesSecret(JsonObject object) {
    if (!object.has("value")) {
      return false;
    }
    for (String pair : new String[] {"name", "key", "attribute", "column"}) {
      if (object.get(pair) instanceof JsonPrimitive name
          && name.isString()
          && SecretNames.contains(name.getAsString())) {
        return true;
      }
    }
    return false;
  }

  /** A flag, a null or an empty text tells that a secret is set or not, never what it is. */
  private static boolean carries(JsonElement value) {
    return !value.isJsonNull()
        && !(value instanceof JsonPrimitive primitive
            && (primitive.isBoolean()
                || (primitive.isString() && primitive.getAsString().isEmpty())));
  }

  private static JsonElement mark() {
    return new JsonPrimitive(MARK);
  }
}
