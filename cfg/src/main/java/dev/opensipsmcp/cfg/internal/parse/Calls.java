package dev.opensipsmcp.cfg.internal.parse;

import dev.opensipsmcp.cfg.syntax.Argument;
import dev.opensipsmcp.cfg.syntax.Call;
import dev.opensipsmcp.cfg.syntax.Expression;
import dev.opensipsmcp.cfg.syntax.Literal;
import dev.opensipsmcp.cfg.syntax.Span;
import dev.opensipsmcp.cfg.syntax.Token.Kind;
import dev.opensipsmcp.cfg.syntax.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads calls, and the words that act like calls. */
final class Calls {
  private static final Set<String> ALONE = Set.of("exit", "drop", "return");
  private static final Set<String> JOIN_TEXTS = Set.of("xlog", "xdbg");

  /** Their arguments may be names of routes, without quotes. */
  private static final Set<String> NAME_ROUTES = Set.of("route", "async", "launch");

  private static final Set<String> TAKE_NULL = Set.of("route", "return");
  private static final Set<String> TAKE_CALLS = Set.of("async", "launch");

  private final Cursor cursor;
  private final Values values;
  private final Expressions expressions;
  private final CallForms forms;

  Calls(Cursor cursor, Values values) {
    this.cursor = cursor;
    this.values = values;
    forms = new CallForms(cursor.problems);
    expressions = new Expressions(cursor, values, this);
  }

  Expressions expressions() {
    return expressions;
  }

  /** {@return the call that is next, or the bare word} */
  Expression inExpression() {
    if (cursor.is(1, "(") || ALONE.contains(cursor.text())) {
      return call();
    }
    if (OldForms.withoutParentheses(cursor.text())) {
      return call();
    }
    Word word = values.word();
    String text = cursor.brief(word.span());
    cursor.problems.add(
        word.span(), "The word " + text + " alone has no value.", OldWords.instead(text));
    return new Literal.Text(word.text(), false, word.span());
  }

  /** {@return the call that is next} */
  Call call() {
    boolean name = !values.isAddress(0);
    Word function = values.word();
    int start = function.span().start();
    if (!name || Words.silent(function.text())) {
      cursor.problems.add(
          function.span(), "This is no function: " + cursor.brief(function.span()) + ".");
    }
    if (cursor.is("(")) {
      List<Argument> arguments = arguments(function.text());
      Call call = new Call(function, arguments, true, cursor.since(start));
      if (!cursor.swallowed()) {
        forms.check(call);
      }
      return call;
    }
    List<Argument> arguments = new ArrayList<>();
    if (function.text().equals("return")) {
      returned().ifPresent(value -> arguments.add(new Argument(Optional.of(value), value.span())));
    } else if (!ALONE.contains(function.text()) && !OldForms.withoutParentheses(function.text())) {
      cursor.problems.add(
          function.span(),
          "The word " + cursor.brief(function.span()) + " alone does nothing.",
          function.text().equals("route")
              ? "Write route(name);"
              : "Write " + cursor.brief(function.span()) + "() for a call.");
    }
    return new Call(function, arguments, false, cursor.since(start));
  }

  private Optional<Expression> returned() {
    return cursor.is(Kind.VARIABLE)
        ? Optional.of(values.variable())
        : values.number().map(number -> number);
  }

  private List<Argument> arguments(String function) {
    cursor.next();
    List<Argument> arguments = new ArrayList<>();
    if (cursor.take(")")) {
      return arguments;
    }
    if (!cursor.enter()) {
      cursor.skipNested("(", ")");
      return arguments;
    }
    do {
      arguments.add(argument(function, arguments.size()));
    } while (cursor.take(","));
    cursor.leave();
    if (!cursor.expect(")", "Here , or ) is missing in the arguments.")) {
      resume();
    }
    return arguments;
  }

  /** Goes on behind the closing parenthesis, if there is one before the statement ends. */
  private void resume() {
    int level = 1;
    while (!cursor.atEnd() && !cursor.is(";") && !cursor.is("{") && !cursor.is("}")) {
      level += cursor.is("(") ? 1 : cursor.is(")") ? -1 : 0;
      cursor.next();
      if (level == 0) {
        return;
      }
    }
  }

  private Argument argument(String function, int place) {
    if (cursor.is(",") || cursor.is(")")) {
      return new Argument(Optional.empty(), cursor.gap());
    }
    Expression value =
        function.equals("assert") && place == 0 ? expressions.condition() : value(function, place);
    return new Argument(Optional.of(value), value.span());
  }

  private Expression value(String function, int place) {
    if (values.isText() && !cursor.is(1, "+")) {
      return JOIN_TEXTS.contains(function) ? values.joinedText() : values.singleText();
    }
    if (cursor.is(Kind.WORD) && !cursor.is(1, "(")) {
      return bareWord(function, place);
    }
    if (cursor.is(Kind.WORD) && place == 0 && TAKE_CALLS.contains(function)) {
      return call();
    }
    Expression value = expressions.assigned("=");
    if (!(value instanceof Literal) && !(value instanceof dev.opensipsmcp.cfg.syntax.Variable)) {
      cursor.problems.add(
          value.span(),
          "An argument is a string, a number or a variable.",
          "Put the value into a variable first.");
    }
    return value;
  }

  private Expression bareWord(String function, int place) {
    Optional<Literal.Number> number = values.number();
    if (number.isPresent()) {
      return number.get();
    }
    boolean none = values.isNull();
    Span first = cursor.next().span();
    while (!cursor.is(",") && !cursor.is(")") && joins()) {
      cursor.next();
    }
    Span span = cursor.since(first.start());
    if (none && span.equals(first)) {
      if (!TAKE_NULL.contains(function)) {
        cursor.problems.add(span, "NULL is no argument here.", "Leave the argument out.");
      }
      return new Literal.Null(span);
    }
    String text = span.in(cursor.text);
    if (Words.reserved(text) && NAME_ROUTES.contains(function)) {
      reserved(span);
    }
    boolean name =
        span.equals(first)
            && NAME_ROUTES.contains(function)
            && place == (function.equals("route") ? 0 : 1);
    if (!name && !OldForms.withBareWords(function)) {
      boolean curly = "“”„‘’«»".indexOf(cursor.text.charAt(span.start() - 1)) >= 0;
      String quoted = "\"" + cursor.brief(span) + "\".";
      cursor.problems.add(
          span,
          "An argument can't be a bare word.",
          curly
              ? "The quotes are typographic; write straight ones: " + quoted
              : "Put it into quotes: " + quoted);
    }
    return new Literal.Text(text, false, span);
  }

  private void reserved(Span word) {
    String text = cursor.brief(word);
    cursor.problems.add(
        word, "The word " + text + " has a meaning of its own.", "Put it into quotes.");
  }

  /** Whether what is next belongs to a bare word, as in {@code udp:192.0.2.1:5060}. */
  private boolean joins() {
    return cursor.start() == cursor.behind()
        && (cursor.is(Kind.WORD)
            || cursor.is(Kind.NUMBER)
            || cursor.is(":")
            || cursor.is(".")
            || cursor.is("-")
            || cursor.is("*"));
  }
}
