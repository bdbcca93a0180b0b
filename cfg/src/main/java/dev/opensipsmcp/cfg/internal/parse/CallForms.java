package dev.opensipsmcp.cfg.internal.parse;

import dev.opensipsmcp.cfg.syntax.Argument;
import dev.opensipsmcp.cfg.syntax.Call;
import dev.opensipsmcp.cfg.syntax.Expression;
import dev.opensipsmcp.cfg.syntax.Literal;
import dev.opensipsmcp.cfg.syntax.Span;
import dev.opensipsmcp.cfg.syntax.Variable;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What the words that act like calls take; of functions only the version's facts know that. */
final class CallForms {
  private final Problems problems;

  CallForms(Problems problems) {
    this.problems = problems;
  }

  private static boolean text(Expression value) {
    return value instanceof Literal.Text(String _, boolean quoted, Span _) && quoted;
  }

  private static boolean number(Expression value) {
    return value instanceof Literal.Number;
  }

  private static boolean name(Expression value) {
    return value instanceof Literal.Text || value instanceof Literal.Number;
  }

  private static boolean call(Expression value) {
    return value instanceof Call;
  }

  /** Tells what is wrong with a call that has parentheses. */
  void check(Call call) {
    switch (call.function().text()) {
      case "exit", "drop" -> form(call, 0, call.function().text() + "()", List.of());
      case "xdbg" -> form(call, 1, "xdbg(\"text\")", List.of(CallForms::text));
      case "xlog" ->
          form(
              call,
              1,
              "xlog(\"text\") or xlog(\"L_INFO\", \"text\")",
              List.of(CallForms::text, CallForms::text));
      case "error" ->
          form(call, 2, "error(\"text\", \"text\")", List.of(CallForms::text, CallForms::text));
      case "log" -> {
        boolean level = call.arguments().size() > 1;
        form(
            call,
            1,
            "log(\"text\")",
            level ? List.of(CallForms::number, CallForms::text) : List.of(CallForms::text));
      }
      case "assert" ->
          form(call, 1, "assert(condition, \"text\")", List.of(_ -> true, CallForms::text));
      case "async" ->
          form(
              call,
              2,
              "async(function(), route, seconds)",
              List.of(CallForms::call, CallForms::name, CallForms::number));
      case "launch" ->
          form(
              call,
              1,
              "launch(function(), route, \"text\")",
              List.of(CallForms::call, CallForms::name, CallForms::text));
      case "route" -> {
        first(call);
        complete(call);
      }
      case "return" -> complete(call);
      default -> {}
    }
  }

  private void form(Call call, int least, String form, List<Predicate<Expression>> kinds) {
    List<Argument> arguments = call.arguments();
    for (int at = 0; at < arguments.size(); at++) {
      Optional<Expression> value = arguments.get(at).value();
      if (at >= kinds.size() || value.isEmpty() || !kinds.get(at).test(value.get())) {
        wrong(call, arguments.get(at).span(), form);
        return;
      }
    }
    if (arguments.size() < least) {
      wrong(call, call.function().span(), form);
    }
  }

  private void wrong(Call call, Span span, String form) {
    problems.add(
        span, "This is not how " + call.function().text() + " is called.", "Write " + form + ".");
  }

  private void first(Call call) {
    Optional<Expression> name = call.arguments().stream().findFirst().flatMap(Argument::value);
    if (name.isEmpty() || !(name(name.get()) || name.get() instanceof Variable)) {
      wrong(call, call.function().span(), "route(name) or route(name, argument)");
    }
  }

  private void complete(Call call) {
    call.arguments().stream()
        .skip(1)
        .filter(argument -> argument.value().isEmpty())
        .findFirst()
        .ifPresent(missing ->
            problems.add(missing.span(), "A value is missing here.", "Write NULL for none."));
  }
}
