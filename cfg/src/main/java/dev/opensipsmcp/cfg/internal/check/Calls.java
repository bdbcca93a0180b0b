package dev.opensipsmcp.cfg.internal.check;

import dev.opensipsmcp.cfg.syntax.Argument;
import dev.opensipsmcp.cfg.syntax.Call;
import dev.opensipsmcp.cfg.syntax.Expression;
import dev.opensipsmcp.cfg.syntax.Literal;
import java.util.Optional;
import java.util.Set;

/** What calls have in common. */
final class Calls {
  /** The words of the language that look like calls, in every version. */
  private static final Set<String> LANGUAGE =
      Set.of(
          "assert", "async", "break", "drop", "error", "exit", "launch", "log", "return", "route",
          "xdbg", "xlog");

  private Calls() {}

  /** {@return whether this is the language's own and no function} */
  static boolean language(Call call) {
    return LANGUAGE.contains(call.function().text());
  }

  /** {@return whether what is in it runs asynchronously} */
  static boolean asynchronous(Call call) {
    String word = call.function().text();
    return word.equals("async") || word.equals("launch");
  }

  /**
   * {@return an argument's value; nothing when there is none at that position}
   *
   * @param position from 1
   */
  static Optional<Expression> argument(Call call, int position) {
    return position > 0 && position <= call.arguments().size()
        ? call.arguments().get(position - 1).value()
        : Optional.empty();
  }

  /** {@return an argument that is a string, or a bare word} */
  static Optional<Literal.Text> text(Call call, int position) {
    return argument(call, position)
        .filter(Literal.Text.class::isInstance)
        .map(Literal.Text.class::cast);
  }

  /** {@return the name of a route that an argument gives, unless variables are in it} */
  static Optional<String> routeName(Call call, int position) {
    return argument(call, position)
        .flatMap(it ->
            switch (it) {
              case Literal.Text text ->
                  text.value().indexOf('$') < 0
                      ? Optional.of(text.value())
                      : Optional.<String>empty();
              case Literal.Number number -> Optional.of(Long.toString(number.value()));
              default -> Optional.<String>empty();
            });
  }

  /** {@return whether an argument is there at all} */
  static boolean given(Argument argument) {
    return argument.value().isPresent();
  }
}
