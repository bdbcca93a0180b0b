package dev.opensipsmcp.cfg.internal.check;

import dev.opensipsmcp.cfg.syntax.Argument;
import dev.opensipsmcp.cfg.syntax.Call;
import dev.opensipsmcp.cfg.syntax.Expression;
import dev.opensipsmcp.cfg.syntax.Literal;
import dev.opensipsmcp.facts.Version;
import java.util.List;
import java.util.Map;

/** Arguments of the language's own words, which the grammar takes in some forms only. */
final class LanguageRules {
  /** What the grammar takes at one position. */
  private enum Takes {
    TEXT,
    NUMBER,
    ANYTHING
  }

  /**
   * The forms of a word.
   *
   * @param example how it is written
   * @param forms the lists of arguments that the grammar takes
   */
  private record Form(String example, List<List<Takes>> forms) {}

  private static final Map<String, Form> WORDS =
      Map.of(
          "xlog",
          new Form(
              "xlog(\"L_INFO\", \"text\")",
              List.of(List.of(Takes.TEXT), List.of(Takes.TEXT, Takes.TEXT))),
          "xdbg",
          new Form("xdbg(\"text\")", List.of(List.of(Takes.TEXT))),
          "log",
          new Form(
              "log(1, \"text\")", List.of(List.of(Takes.TEXT), List.of(Takes.NUMBER, Takes.TEXT))),
          "error",
          new Form("error(\"text\", \"text\")", List.of(List.of(Takes.TEXT, Takes.TEXT))),
          "assert",
          new Form(
              "assert(condition, \"text\")",
              List.of(List.of(Takes.ANYTHING), List.of(Takes.ANYTHING, Takes.TEXT))),
          "exit",
          new Form("exit", List.of(List.of())),
          "drop",
          new Form("drop", List.of(List.of())),
          "async",
          new Form(
              "async(function(), route)",
              List.of(
                  List.of(Takes.ANYTHING, Takes.ANYTHING),
                  List.of(Takes.ANYTHING, Takes.ANYTHING, Takes.NUMBER))),
          "launch",
          new Form(
              "launch(function(), route)",
              List.of(
                  List.of(Takes.ANYTHING),
                  List.of(Takes.ANYTHING, Takes.ANYTHING),
                  List.of(Takes.ANYTHING, Takes.ANYTHING, Takes.TEXT))));

  private final Scope scope;

  /** Whether {@code assert} without a text is wrong. */
  private final boolean shortAssert;

  LanguageRules(Scope scope) {
    this.scope = scope;
    shortAssert = scope.version().compareTo(Version.V3_6) < 0;
  }

  void check() {
    WORDS.forEach(this::check);
  }

  private void check(String word, Form form) {
    for (Walk.Called called : scope.walk().calls(word)) {
      Call call = called.call();
      if (!fits(call, form)) {
        report(call, word + " is not written like this.", "Write " + form.example() + ".");
      } else if (shortAssert && word.equals("assert") && call.arguments().size() == 1) {
        report(
            call,
            "assert has a text as well in " + scope.opensips() + "; it may lack since 3.6.",
            "Write assert(condition, \"text\").");
      }
    }
  }

  private void report(Call call, String message, String fix) {
    scope.report().fatal("argument-form", Stage.READING, call.span(), message, fix);
  }

  private static boolean fits(Call call, Form word) {
    for (List<Takes> form : word.forms()) {
      if (fits(call, form)) {
        return true;
      }
    }
    return false;
  }

  private static boolean fits(Call call, List<Takes> form) {
    if (call.arguments().size() != form.size()) {
      return false;
    }
    for (int i = 0; i < form.size(); i++) {
      if (!fits(call.arguments().get(i), form.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean fits(Argument argument, Takes takes) {
    return argument.value().map(it -> fits(it, takes)).orElse(false);
  }

  private static boolean fits(Expression value, Takes takes) {
    return switch (takes) {
      case TEXT -> value instanceof Literal.Text text && text.quoted();
      case NUMBER -> value instanceof Literal literal && Values.number(literal);
      case ANYTHING -> true;
    };
  }
}
