package dev.opensipsmcp.cfg.internal.flow;

import dev.opensipsmcp.cfg.flow.Method;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads which methods a test is about. */
final class Methods {
  static final int ALL = Method.bits(Method.all());

  private static final Pattern WORDS =
      Pattern.compile("\\^?\\(?([A-Za-z]+(?:\\|\\^?[A-Za-z]+)*)\\)?\\$?");

  private Methods() {}

  /** {@return the bits of the methods of a list as {@code INVITE|ACK}} */
  static int listed(String list) {
    int bits = 0;
    for (String name : list.split("\\|", -1)) {
      bits |= Method.named(name).bit();
    }
    return bits;
  }

  /** {@return the bits of the methods that a pattern fits, when it is a plain choice of words} */
  static Optional<Integer> matched(String pattern) {
    var words = WORDS.matcher(pattern.replace("$|", "|"));
    return words.matches()
        ? Optional.of(listed(words.group(1).replace("^", "")))
        : Optional.empty();
  }
}
