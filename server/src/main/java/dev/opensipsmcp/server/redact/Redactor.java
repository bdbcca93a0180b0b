package dev.opensipsmcp.server.redact;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Collection;

/**
 * Takes secrets out of whatever leaves the gate: values under names of secrets, secrets in running
 * text by their form, and the {@link KnownSecrets} wherever they stand. What this server sealed
 * itself ({@link SealedForm}) is no secret and stays.
 *
 * <p>A secret that has no telling name, no telling form, and is not known to the process can't be
 * found. Takes time in proportion to what it reads. Safe for many threads.
 */
public final class Redactor {
  /** What stands where a secret stood. */
  public static final String MARK = "[redacted]";

  private final KnownSecrets known;

  /**
   * Makes a redactor.
   *
   * @param known the secrets that are found wherever they stand
   */
  public Redactor(KnownSecrets known) {
    this.known = known;
  }

  /**
   * Makes a redactor that knows no others than these.
   *
   * @param secrets the configured ones, such as the MI password and bearer tokens; those of fewer
   *     than four characters are found by name only
   */
  public Redactor(Collection<String> secrets) {
    this(new KnownSecrets(secrets));
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
    return TextScrubber.scrub(known.without(text));
  }

  /** {@return whether a value of this name is taken for a secret} */
  public static boolean isSecretName(String name) {
    return SecretNames.contains(name) || SecretNames.source(name);
  }

  /**
   * {@return whether a module's parameter of this name holds a secret in a configuration} Where it
   * is a key, its value is the path of one.
   */
  public static boolean isSecretParameter(String name) {
    return SecretNames.parameter(name);
  }

  private JsonElement text(JsonPrimitive primitive) {
    String text = primitive.getAsString();
    String clean = redact(text);
    return clean.equals(text) ? primitive : new JsonPrimitive(clean);
  }

  private static boolean isSecret(String name, JsonElement value) {
    return SecretNames.contains(name)
        || (SecretNames.source(name) && !isSourceWord(value))
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
                || (primitive.isString() && isHarmless(primitive.getAsString()))));
  }

  private static boolean isHarmless(String text) {
    return text.isEmpty() || SealedForm.is(text);
  }

  /** Whoever writes the secret itself where a word for its source belongs must not be heard. */
  private static boolean isSourceWord(JsonElement value) {
    return value instanceof JsonPrimitive primitive
        && primitive.isString()
        && SourceWords.are(primitive.getAsString());
  }

  private static JsonElement mark() {
    return new JsonPrimitive(MARK);
  }
}
