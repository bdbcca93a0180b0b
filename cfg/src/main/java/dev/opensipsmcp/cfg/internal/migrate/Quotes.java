package dev.opensipsmcp.cfg.internal.migrate;

import dev.opensipsmcp.cfg.internal.migrate.Step.Rewriter;
import dev.opensipsmcp.cfg.syntax.Argument;
import dev.opensipsmcp.cfg.syntax.Call;
import dev.opensipsmcp.cfg.syntax.Expression;
import dev.opensipsmcp.cfg.syntax.Item;
import dev.opensipsmcp.cfg.syntax.Literal;
import dev.opensipsmcp.cfg.syntax.Span;
import dev.opensipsmcp.facts.FunctionParameter;
import dev.opensipsmcp.facts.ParameterType;
import dev.opensipsmcp.facts.ScriptFunction;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Quotes around arguments: gone from numbers and variables, needed around names of flags. */
final class Quotes {
  private static final Pattern NUMBER =
      Pattern.compile("\\s*-?(\\d{1,18}|0[xX][0-9a-fA-F]{1,15})\\s*");

  private Quotes() {}

  /** Takes the quotes from what must be a number or a variable. */
  static Rewriter off() {
    return scene -> {
      Script script = scene.script();
      // Words of the language until 3.1, whose flags could be numbers.
      Set<String> core =
          scene.facts().core().functions().stream()
              .map(ScriptFunction::name)
              .collect(Collectors.toSet());
      Signatures signatures = new Signatures(scene.facts(), script.modules(), true);
      for (String function : script.calledFunctions()) {
        if (signatures.names().contains(function)) {
          for (Call call : script.calls(function)) {
            for (int i = 0; i < call.arguments().size(); i++) {
              int index = i;
              signatures
                  .type(function, i)
                  .ifPresent(type ->
                      off(scene, call.arguments().get(index), type, core.contains(function)));
            }
          }
        }
      }
    };
  }

  private static void off(
      Scene scene, Argument argument, FunctionParameter.Type type, boolean core) {
    Optional<Expression> value = argument.value();
    if (value.isEmpty()) {
      return;
    }
    Script script = scene.script();
    Optional<Span> inside = script.insideQuotes(value.get());
    switch (type) {
      case INT -> inside.ifPresent(span -> asNumber(scene, value.get().span(), span));
      case VARIABLE ->
          inside
              .filter(span -> VariableScan.whole(script.text(), span).isPresent())
              .ifPresent(span -> scene.replace(value.get().span(), script.raw(span)));
      case STRING -> {
        if (!core && value.get() instanceof Literal.Number number) {
          scene.replace(number.span(), "\"" + script.raw(number.span()) + "\"");
        }
      }
      case REGEX -> {}
    }
  }

  private static void asNumber(Scene scene, Span all, Span inside) {
    String raw = scene.script().raw(inside);
    if (raw.isBlank()
        || NUMBER.matcher(raw).matches()
        || VariableScan.whole(scene.script().text(), inside).isPresent()) {
      scene.replace(all, raw.strip());
    } else {
      scene.ask(
          all,
          "A number is needed here, and " + raw + " is more than one number or variable.",
          "Put the value together in a variable first, and give that.");
    }
  }

  /** Puts quotes around a bare name or number at a position, as names of flags need since 3.1. */
  static Rewriter on(int index, String... functions) {
    return scene -> {
      for (String function : functions) {
        for (Call call : scene.script().calls(function)) {
          if (call.arguments().size() > index) {
            Argument argument = call.arguments().get(index);
            String raw = scene.script().raw(argument).strip();
            if (bare(raw)) {
              scene.replace(argument.span(), quote(raw));
            }
          }
        }
      }
    };
  }

  /** Puts quotes around the number of a flag that a module is told of. */
  static Rewriter onFlagParameters() {
    return scene -> {
      for (Item.ModuleParameter parameter : scene.script().parameters()) {
        String name = parameter.name().value();
        boolean text =
            name.endsWith("flag")
                && scene
                    .facts()
                    .module(parameter.module().value())
                    .flatMap(module -> module.parameter(name))
                    .filter(known -> known.type() == ParameterType.STRING)
                    .isPresent();
        if (text && parameter.value() instanceof Literal.Number number) {
          scene.replace(number.span(), quote(scene.script().raw(number.span())));
        }
      }
    };
  }

  /** The branch comes behind the flag since 3.1. */
  static Rewriter branchBehindFlag(String... functions) {
    return scene -> {
      for (String function : functions) {
        for (Call call : scene.script().calls(function)) {
          List<String> arguments = scene.script().rawArguments(call);
          if (arguments.size() == 2
              && NUMBER.matcher(arguments.get(0)).matches()
              && bare(arguments.get(1))) {
            Rewrites.arguments(scene, call, List.of(quote(arguments.get(1)), arguments.get(0)));
          }
        }
      }
    };
  }

  private static boolean bare(String raw) {
    return !raw.isEmpty() && "\"'$".indexOf(raw.charAt(0)) < 0;
  }

  private static String quote(String raw) {
    return "\"" + raw + "\"";
  }
}
