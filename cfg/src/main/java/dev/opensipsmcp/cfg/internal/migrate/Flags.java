package dev.opensipsmcp.cfg.internal.migrate;

import dev.opensipsmcp.cfg.internal.migrate.Step.Rewriter;
import dev.opensipsmcp.cfg.syntax.Call;
import dev.opensipsmcp.cfg.syntax.Expression;
import dev.opensipsmcp.cfg.syntax.Literal;
import java.util.Optional;

/** Flags by their names. */
final class Flags {
  private Flags() {}

  /**
   * Translates the flags of a function.
   *
   * @param index the position of its flags, from 0
   */
  static Rewriter words(String function, int index, FlagWords words) {
    return scene -> {
      for (Call call : scene.script().calls(function)) {
        if (call.arguments().size() > index) {
          call.arguments().get(index).value().ifPresent(value -> words(scene, value, words));
        }
      }
    };
  }

  private static void words(Scene scene, Expression value, FlagWords words) {
    if (!(value instanceof Literal literal)) {
      ask(scene, value, words);
      return;
    }
    if (literal instanceof Literal.Text(String text, boolean _, var _)
        && (text.isBlank() || words.named(text))) {
      return;
    }
    Optional<String> named =
        words.bits().isEmpty()
            ? text(literal).flatMap(words::ofLetters)
            : Rewrites.number(literal).flatMap(words::ofNumber);
    if (named.isPresent() && !named.get().isEmpty()) {
      scene.replace(value.span(), "\"" + named.get() + "\"");
    } else {
      ask(scene, value, words);
    }
  }

  private static Optional<String> text(Literal literal) {
    return literal instanceof Literal.Text(String text, boolean _, var _) && text.indexOf('$') < 0
        ? Optional.of(text)
        : Optional.empty();
  }

  private static void ask(Scene scene, Expression value, FlagWords words) {
    scene.ask(
        value.span(),
        "Flags are given by name here, and "
            + scene.script().raw(value.span())
            + " can't be translated for certain.",
        "Write a comma-separated list of names: " + String.join(", ", words.names()) + ".");
  }
}
