package dev.opensipsmcp.cfg.internal.check;

import dev.opensipsmcp.cfg.syntax.Expression;
import dev.opensipsmcp.cfg.syntax.Literal;

/** Regular expressions to match with, which are compiled at start. */
final class RegexRules {
  private final Scope scope;

  RegexRules(Scope scope) {
    this.scope = scope;
  }

  void check() {
    for (Expression.Binary match : scope.walk().matches()) {
      if (match.right() instanceof Literal.Text text) {
        check(scope, text);
      }
    }
  }

  /** Checks an expression that is written out. */
  static void check(Scope scope, Literal.Text text) {
    PosixRegex.fault(text.value())
        .ifPresent(it ->
            scope
                .report()
                .fatal(
                    "bad-regex",
                    Stage.START,
                    text.span(),
                    "This regular expression can't be compiled: " + it + ".",
                    "Put a backslash before what is meant literally."));
  }
}
