package dev.opensipsmcp.cfg.internal.parse;

import dev.opensipsmcp.cfg.syntax.Block;
import dev.opensipsmcp.cfg.syntax.Item;
import dev.opensipsmcp.cfg.syntax.Literal;
import dev.opensipsmcp.cfg.syntax.Span;
import dev.opensipsmcp.cfg.syntax.Token.Kind;
import dev.opensipsmcp.cfg.syntax.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads routes. */
final class Routes {
  private final Cursor cursor;
  private final Values values;
  private final Statements statements;

  Routes(Cursor cursor, Values values, Statements statements) {
    this.cursor = cursor;
    this.values = values;
    this.statements = statements;
  }

  /** {@return the route that is next} */
  Item.Route route() {
    Word kind = values.word();
    if (!Words.ROUTES.contains(kind.text())) {
      foreign(kind);
    }
    Optional<Word> name = Optional.empty();
    Optional<Literal.Number> interval = Optional.empty();
    List<Word> attributes = new ArrayList<>();
    Span open = cursor.peek().span();
    if (cursor.take("[")) {
      if (Words.NAMELESS.contains(kind.text())) {
        cursor.problems.add(open, "A " + kind.text() + " has no name.", "Take the brackets away.");
      }
      name = Optional.of(name());
      if (cursor.take(",")) {
        interval = cursor.is(Kind.NUMBER) ? values.number() : Optional.empty();
        while (interval.isEmpty() && cursor.is(Kind.WORD)) {
          attributes.add(values.word());
          cursor.take(",");
        }
      }
      close();
    } else if (Words.ROUTES.contains(kind.text())
        && !Words.NAMELESS.contains(kind.text())
        && !Words.MAY_BE_NAMELESS.contains(kind.text())) {
      values.missing("A " + kind.text() + " needs a name in brackets.");
    }
    if (kind.text().equals("timer_route") && name.isPresent() && interval.isEmpty()) {
      cursor.problems.add(
          name.get().span(),
          "A timer_route needs its interval.",
          "Write the seconds behind the name: [" + name.get().text() + ", 60].");
    }
    statements.braces().begin();
    Block body = statements.block();
    if (body.statements().isEmpty() && body.span().end() > body.span().start()) {
      cursor.problems.add(
          body.span(), "A route can't be empty.", "Write exit; or only a semicolon into it.");
    }
    return new Item.Route(
        kind, name, interval, attributes, body, cursor.since(kind.span().start()));
  }

  private void foreign(Word kind) {
    Optional<String> instead = Optional.ofNullable(Words.FOREIGN_ROUTES.get(kind.text()));
    if (instead.isPresent()) {
      cursor.problems.add(
          kind.span(),
          "OpenSIPS has no " + kind.text() + "; it is a word of Kamailio's.",
          "Write " + instead.get() + ".");
    } else {
      cursor.problems.add(kind.span(), "OpenSIPS has no routes called " + kind.text() + ".");
    }
  }

  private Word name() {
    if (values.isText()) {
      Literal.Text text = values.text();
      return new Word(text.value(), text.span());
    }
    if (!cursor.is(Kind.WORD) && !cursor.is(Kind.NUMBER)) {
      return new Word("", values.missing("The route's name is missing here.").span());
    }
    Word first = values.word();
    if (cursor.is("]") || cursor.is(",") || cursor.is("{")) {
      if (Words.reserved(first.text())) {
        cursor.problems.add(
            first.span(),
            "The word " + first.text() + " has a meaning of its own.",
            "Take another name, or put it into quotes here and where it is used.");
      }
      return first;
    }
    while (!cursor.atEnd() && !cursor.is("]") && !cursor.is(",") && !cursor.is("{")) {
      cursor.next();
    }
    Span span = cursor.since(first.span().start());
    String text = span.in(cursor.text);
    cursor.problems.add(
        span,
        "The name of a route is a word, a number or a string.",
        "Put it into quotes: \"" + cursor.brief(span) + "\".");
    return new Word(text, span);
  }

  private void close() {
    if (!cursor.expect("]", "Here ] is missing.")) {
      while (!cursor.atEnd() && !cursor.is("{") && !cursor.is("}") && !cursor.take("]")) {
        cursor.next();
      }
    }
  }
}
