package dev.opensipsmcp.facts.compiler;

import com.google.gson.JsonObject;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Picks the defaults that are one short value. The one in the code counts; the manual's only fills
 * in where the code has none or has an expression, and only as a number or a single word.
 */
final class ShortValue {
  private static final int LONGEST = 64;
  private static final Pattern INTEGER = Pattern.compile("-?\\d+");

  /** A number that the manual explains: {@code 0 (disabled)}, {@code 30 seconds}, {@code 0/OFF}. */
  private static final Pattern EXPLAINED = Pattern.compile("(-?\\d+)(?![\\w.]).*");

  private static final Pattern WORD = Pattern.compile("[\\w./:@$*+-]+");
  private static final Set<String> SAYS_UNSET =
      Set.of("null", "nullg", "none", "empty", "not-set", "unset", "undefined", "disabled");
  private static final Set<String> SAYS_NOTHING = Set.of("used", "string", "newline");

  private ShortValue() {}

  /** {@return the default of a module parameter that takes a number} */
  static Optional<String> number(JsonObject parameter) {
    Optional<String> code = Json.optional(parameter, "code_default");
    if (code.isPresent() && INTEGER.matcher(code.get()).matches()) {
      return code;
    }
    return code.orElse("").contains("(") ? Optional.empty() : explained(parameter);
  }

  private static Optional<String> explained(JsonObject parameter) {
    String manual = Json.string(parameter, "default");
    if (manual.startsWith("true") || manual.startsWith("false")) {
      return Optional.of(manual.startsWith("true") ? "1" : "0");
    }
    Matcher matcher = EXPLAINED.matcher(manual);
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  /** {@return the default of a module parameter that takes a string} */
  static Optional<String> string(JsonObject parameter) {
    Optional<String> code = Json.optional(parameter, "code_default");
    if (code.isPresent() && !isNull(code.get())) {
      return code.filter(ShortValue::isShort);
    }
    boolean url = Json.string(parameter, "name").endsWith("_url");
    return url
        ? Optional.empty()
        : Json.optional(parameter, "default").filter(ShortValue::isPlainWord);
  }

  /** {@return the default of a global parameter} */
  static Optional<String> global(JsonObject parameter) {
    Optional<String> value = Json.optional(parameter, "default").map(it -> it.replace("- ", "-"));
    boolean numeric =
        Json.strings(parameter, "values").stream()
            .anyMatch(form -> form.startsWith("NUMBER") || form.equals("snumber"));
    return numeric
        ? value.filter(it -> INTEGER.matcher(it).matches())
        : value.filter(it -> !isNull(it) && isPlainWord(it));
  }

  /** A pointer that is set later, or never. */
  private static boolean isNull(String code) {
    return code.equals("0") || code.contains("NULL");
  }

  private static boolean isShort(String value) {
    return value.length() <= LONGEST && value.chars().noneMatch(c -> c <= ' ' || c == '"');
  }

  private static boolean isPlainWord(String value) {
    String lower = value.toLowerCase(Locale.ROOT);
    return isShort(value)
        && WORD.matcher(value).matches()
        && !SAYS_UNSET.contains(lower)
        && !SAYS_NOTHING.contains(lower)
        && !value.equals("0")
        && !value.startsWith("CFG_DIR");
  }
}
