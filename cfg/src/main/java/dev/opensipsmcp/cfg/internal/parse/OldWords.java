package dev.opensipsmcp.cfg.internal.parse;

import java.util.Map;

/**
 * Words that conditions were made of before 2.4, with what replaced them. Source: the official
 * migration page from 2.3 to 2.4.
 */
final class OldWords {
  static final Map<String, String> VARIABLES =
      Map.of("method", "$rm", "uri", "$ru", "src_ip", "$si", "status", "$rs", "myself", "$rd");

  private OldWords() {}

  /** {@return what to write for a bare word where a value is expected} */
  static String instead(String word) {
    if (word.equals("myself")) {
      return "Ask is_myself(\"$rd\").";
    }
    return VARIABLES.containsKey(word)
        ? "Write " + VARIABLES.get(word) + "."
        : "Write " + word + "() for a call, \"" + word + "\" for a string.";
  }
}
