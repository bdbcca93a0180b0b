package dev.opensipsmcp.cfg.internal.check;

import dev.opensipsmcp.cfg.syntax.Literal;
import dev.opensipsmcp.facts.Nearest;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Lists of methods, which are read at start. One method alone may be any word; in a list joined by
 * bars each must be a method that OpenSIPS has a number for, and only the last may be missing.
 * Tried on servers of 3.4.18, 3.5.9, 3.6.8 and 4.0.1.
 */
final class MethodListRules {
  /** The methods with numbers, the same from 3.2 to 4.0; their case does not count. */
  private static final Set<String> NUMBERED =
      Set.of(
          "ACK",
          "BYE",
          "CANCEL",
          "INFO",
          "INVITE",
          "MESSAGE",
          "NOTIFY",
          "OPTIONS",
          "PRACK",
          "PUBLISH",
          "REFER",
          "REGISTER",
          "SUBSCRIBE",
          "UPDATE");

  private final Scope scope;

  MethodListRules(Scope scope) {
    this.scope = scope;
  }

  void check() {
    for (Walk.Called called : scope.walk().calls()) {
      if (called.call().function().text().equals("is_method")) {
        Calls.text(called.call(), 1)
            .filter(it -> it.quoted() && it.value().indexOf('$') < 0)
            .ifPresent(it -> unnumbered(it.value()).ifPresent(method -> report(it, method)));
      }
    }
  }

  /** {@return the first word of a list that is no method with a number} */
  private static Optional<String> unnumbered(String list) {
    if (list.indexOf('|') < 0) {
      return Optional.empty();
    }
    String[] words = list.split("[|,]", -1);
    for (int i = 0; i < words.length; i++) {
      String word = words[i].strip();
      boolean end = i == words.length - 1 && word.isEmpty();
      if (!end && !NUMBERED.contains(word.toUpperCase(Locale.ROOT))) {
        return Optional.of(word);
      }
    }
    return Optional.empty();
  }

  private void report(Literal.Text text, String method) {
    scope
        .report()
        .fatal(
            "unknown-method",
            Stage.START,
            text.span(),
            method.isEmpty()
                ? "A method is missing in this list."
                : "In a list of methods, " + Words.brief(method) + " is none that OpenSIPS knows.",
            Words.meant(Nearest.close().to(method.toUpperCase(Locale.ROOT), NUMBERED))
                .or(() -> Optional.of("Ask for it in an is_method of its own.")));
  }
}
