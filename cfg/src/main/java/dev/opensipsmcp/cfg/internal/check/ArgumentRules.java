package dev.opensipsmcp.cfg.internal.check;

import dev.opensipsmcp.cfg.syntax.Argument;
import dev.opensipsmcp.cfg.syntax.Call;
import dev.opensipsmcp.cfg.syntax.Expression;
import dev.opensipsmcp.cfg.syntax.Literal;
import dev.opensipsmcp.cfg.syntax.Part;
import dev.opensipsmcp.cfg.syntax.Variable;
import dev.opensipsmcp.facts.FunctionParameter;
import dev.opensipsmcp.facts.ScriptFunction;
import java.util.List;
import java.util.Optional;

/**
 * Arguments of functions: how many, and of which type. What a string argument holds is looked at by
 * {@link VariableRules}, named flags by {@link FlagRules}.
 */
final class ArgumentRules {
  private final Scope scope;
  private final Texts texts;
  private final VariableRules variables;
  private final FlagRules flags;

  ArgumentRules(Scope scope, Texts texts) {
    this.scope = scope;
    this.texts = texts;
    variables = new VariableRules(scope);
    flags = new FlagRules(scope);
  }

  /**
   * Checks a call against all parameter lists that it may mean. Where there are several, one that
   * fits in number and type is enough.
   *
   * @param call the call
   * @param functions what may be called, at least one
   * @param stage when OpenSIPS looks at the arguments' types
   */
  void check(Call call, List<ScriptFunction> functions, Stage stage) {
    if (!call.parentheses()) {
      scope
          .report()
          .fatal(
              "call-without-parentheses",
              Stage.READING,
              call.span(),
              call.function().text() + " is called without parentheses.",
              "Write " + call.function().text() + "().");
      return;
    }
    if (!allowedForms(call)) {
      return;
    }
    ScriptFunction function = functions.size() == 1 ? functions.getFirst() : best(call, functions);
    Optional<String> count = countFault(call, function);
    if (count.isPresent()) {
      scope
          .report()
          .fatal(
              "argument-count",
              Stage.READING,
              call.span(),
              count.get(),
              "Write " + signature(function) + ".");
      return;
    }
    for (int i = 0; i < call.arguments().size(); i++) {
      check(call, i, function.parameters().get(i), stage);
    }
  }

  private ScriptFunction best(Call call, List<ScriptFunction> functions) {
    return functions.stream()
        .filter(it -> countFault(call, it).isEmpty() && typesFit(call, it))
        .findFirst()
        .or(() -> functions.stream().filter(it -> countFault(call, it).isEmpty()).findFirst())
        .orElse(functions.getFirst());
  }

  /** The grammar takes strings, numbers and variables as arguments, nothing else. */
  private boolean allowedForms(Call call) {
    for (Argument argument : call.arguments()) {
      if (argument.value().isEmpty()) {
        continue;
      }
      Optional<String> wrong = wrongForm(argument.value().get());
      if (wrong.isPresent()) {
        scope
            .report()
            .fatal(
                "argument-form",
                Stage.READING,
                argument.span(),
                "An argument of " + call.function().text() + " is " + wrong.get() + ".",
                argument.value().orElse(null) instanceof Literal.Text text
                    ? "Write \"" + Words.brief(text.value()) + "\" in quotes."
                    : "Put the value into a variable first, and give that.");
        return false;
      }
    }
    return true;
  }

  private static Optional<String> wrongForm(Expression value) {
    return switch (value) {
      case Literal.Number _, Variable _ -> Optional.empty();
      case Literal.Text text ->
          text.quoted() || Values.isSwitch(text.value())
              ? Optional.empty()
              : Optional.of("a bare word");
      case Literal.Null _ -> Optional.of("NULL");
      case Literal.Address _ -> Optional.of("an address without quotes");
      case Call _ -> Optional.of("a call");
      case Expression.Not _, Expression.Binary _, Expression.Group _, Expression.Complement _ ->
          Optional.of("an expression");
    };
  }

  private Optional<String> countFault(Call call, ScriptFunction function) {
    int given = call.arguments().size();
    String name = call.function().text();
    if (given < function.leastArguments()) {
      return Optional.of(
          "%s takes at least %s and gets %d."
              .formatted(name, Words.count(function.leastArguments(), "argument"), given));
    }
    if (given > function.parameters().size()) {
      return Optional.of(
          "%s takes at most %s and gets %d."
              .formatted(name, Words.count(function.parameters().size(), "argument"), given));
    }
    for (int i = 0; i < given; i++) {
      if (!Calls.given(call.arguments().get(i)) && !function.parameters().get(i).optional()) {
        return Optional.of("Argument %d of %s must not be left out.".formatted(i + 1, name));
      }
    }
    return Optional.empty();
  }

  private static boolean typesFit(Call call, ScriptFunction function) {
    for (int i = 0; i < call.arguments().size(); i++) {
      Optional<Expression> value = call.arguments().get(i).value();
      if (value.isPresent() && !fits(value.get(), function.parameters().get(i).type())) {
        return false;
      }
    }
    return true;
  }

  private static boolean fits(Expression value, FunctionParameter.Type type) {
    boolean variable = value instanceof Variable;
    boolean number = value instanceof Literal literal && Values.number(literal);
    return switch (type) {
      case INT -> number || variable;
      case STRING, REGEX -> !number;
      case VARIABLE -> variable;
    };
  }

  private void check(Call call, int index, FunctionParameter parameter, Stage stage) {
    Argument argument = call.arguments().get(index);
    Expression value = argument.value().orElse(null);
    if (value == null) {
      return;
    }
    if (!fits(value, parameter.type())) {
      wrongType(call, index, parameter, value, stage);
    } else if (parameter.fixed() && value instanceof Variable) {
      mustBeConstant(call, index, argument, stage);
    } else if (value instanceof Literal.Text text
        && parameter.type() == FunctionParameter.Type.STRING
        && !parameter.raw()) {
      checkText(call, index, text, parameter, stage);
    } else if (value instanceof Literal.Text text
        && parameter.type() == FunctionParameter.Type.REGEX) {
      RegexRules.check(scope, text);
    }
  }

  private void checkText(
      Call call, int index, Literal.Text text, FunctionParameter parameter, Stage stage) {
    if (text.value().indexOf('$') < 0) {
      return;
    }
    List<Part> parts = texts.parts(text);
    if (parameter.fixed() && parts.stream().anyMatch(Part.Used.class::isInstance)) {
      mustBeConstant(call, index, call.arguments().get(index), stage);
      return;
    }
    for (Part part : parts) {
      if (part instanceof Part.Used(Variable variable)) {
        variables.checkInText(variable, stage);
      }
    }
  }

  private void mustBeConstant(Call call, int index, Argument argument, Stage stage) {
    scope
        .report()
        .fatal(
            "constant-argument",
            stage,
            argument.span(),
            "Argument %d of %s must be constant and has a variable in it."
                .formatted(index + 1, call.function().text()),
            "Write the value out, in branches of the script if it varies.");
  }

  private void wrongType(
      Call call, int index, FunctionParameter parameter, Expression value, Stage stage) {
    String wanted =
        switch (parameter.type()) {
          case INT -> "a number or a variable";
          case STRING -> "a string or a variable";
          case REGEX -> "a regular expression in quotes or a variable";
          case VARIABLE -> "a variable";
        };
    String fix =
        switch (parameter.type()) {
          case INT ->
              value instanceof Literal.Text text && Values.whole(text.value()).isPresent()
                  ? "Write " + text.value().strip() + " without quotes."
                  : "Give a number without quotes, or a variable.";
          case STRING, REGEX ->
              value instanceof Literal.Number number
                  ? flags
                      .named(call.function().text(), index + 1, number.value())
                      .orElse("Write \"" + number.value() + "\" in quotes.")
                  : "Give a string in quotes.";
          case VARIABLE -> "Give a variable without quotes, for example $var(x).";
        };
    scope
        .report()
        .fatal(
            "argument-type",
            stage,
            call.arguments().get(index).span(),
            "Argument %d of %s must be %s.".formatted(index + 1, call.function().text(), wanted),
            fix);
  }

  private static String signature(ScriptFunction function) {
    StringBuilder text = new StringBuilder(function.name()).append('(');
    List<FunctionParameter> parameters = function.parameters();
    for (int i = 0; i < parameters.size(); i++) {
      FunctionParameter parameter = parameters.get(i);
      String name = parameter.name().isEmpty() ? type(parameter) : parameter.name();
      text.append(parameter.optional() ? "[" : "")
          .append(i == 0 ? "" : ", ")
          .append(name)
          .append(parameter.optional() ? "]" : "");
    }
    return text.append(')').toString();
  }

  private static String type(FunctionParameter parameter) {
    return switch (parameter.type()) {
      case STRING -> "string";
      case INT -> "number";
      case VARIABLE -> "$variable";
      case REGEX -> "regex";
    };
  }
}
