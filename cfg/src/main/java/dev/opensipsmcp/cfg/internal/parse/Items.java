package dev.opensipsmcp.cfg.internal.parse;

import dev.opensipsmcp.cfg.syntax.Item;
import dev.opensipsmcp.cfg.syntax.Literal;
import dev.opensipsmcp.cfg.syntax.Span;
import dev.opensipsmcp.cfg.syntax.Token;
import dev.opensipsmcp.cfg.syntax.Token.Kind;
import dev.opensipsmcp.cfg.syntax.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what stands outside of routes. */
final class Items {
  private static final int FAR = 50;

  private final Cursor cursor;
  private final Values values;
  private final Statements statements;
  private final Routes routes;
  private final Settings settings;
  private final List<Item> items = new ArrayList<>();

  Items(Cursor cursor) {
    this.cursor = cursor;
    values = new Values(cursor);
    statements = new Statements(cursor, values);
    routes = new Routes(cursor, values, statements);
    settings = new Settings(cursor, values);
  }

  List<Item> all() {
    while (!cursor.atEnd()) {
      item();
    }
    return items;
  }

  private void item() {
    Token first = cursor.peek();
    if (cursor.is(";")) {
      stray();
    } else if (cursor.is("}")) {
      cursor.next();
      cursor.problems.add(
          first.span(), "This } closes nothing.", "Look for a brace too many before it.");
      items.add(new Item.Unreadable(first.span()));
    } else if (cursor.is("/") && cursor.is(1, "/")) {
      unreadable("Two slashes begin no comment.");
    } else if (!cursor.is(Kind.WORD)) {
      unreadable("Nothing begins with " + cursor.brief(first.span()) + " here.");
    } else if (cursor.is(1, "{") || (cursor.is(1, "[") && !cursor.is(2, "="))) {
      items.add(routes.route());
    } else if (cursor.is(1, Kind.TEXT) && (cursor.is("include_file") || cursor.is("import_file"))) {
      items.add(statements.include());
    } else if (cursor.is("loadmodule")) {
      items.add(loadModule());
    } else if (cursor.is("modparam")) {
      items.add(modparam());
    } else if (Words.ROUTES.contains(cursor.text(first)) && !cursor.is(1, "=")) {
      items.add(routes.route());
    } else if (cursor.is(1, "=")) {
      settings.setting(items);
    } else if ((cursor.is(1, "(") && ends()) || Words.statement(cursor)) {
      orphans();
    } else {
      unreadable("Nothing begins with " + cursor.brief(first.span()) + " here.");
    }
  }

  private void stray() {
    Token sign = cursor.next();
    cursor.problems.add(sign.span(), "No semicolon stands outside of routes.", "Take it away.");
    items.add(new Item.Unreadable(sign.span()));
  }

  /** Whether a call ends like a statement; other calls are more likely misspelt items. */
  private boolean ends() {
    int level = 0;
    for (int ahead = 1; ahead < FAR; ahead++) {
      level += cursor.is(ahead, "(") ? 1 : cursor.is(ahead, ")") ? -1 : 0;
      if (level == 0) {
        return cursor.is(ahead + 1, ";");
      }
    }
    return true;
  }

  private void orphans() {
    Token first = cursor.peek();
    cursor.problems.add(
        first.span(),
        "Statements stand in routes only.",
        "Put it into a route; if it is in one, look for a } too many before it.");
    statements.orphans();
    items.add(new Item.Unreadable(cursor.since(first.span().start())));
  }

  private void unreadable(String message) {
    Token first = cursor.next();
    cursor.problems.add(first.span(), message);
    skip();
    items.add(new Item.Unreadable(cursor.since(first.span().start())));
  }

  /** Skips to where the next item begins; blocks are skipped as a whole. */
  private void skip() {
    while (!cursor.atEnd() && !Words.item(cursor)) {
      if (Words.global(cursor) || cursor.is("}")) {
        return;
      }
      if (cursor.take("{")) {
        skipBlock();
      } else {
        cursor.next();
      }
    }
  }

  private void skipBlock() {
    int level = 1;
    while (level > 0 && !cursor.atEnd() && !Words.item(cursor)) {
      level += cursor.is("{") ? 1 : cursor.is("}") ? -1 : 0;
      cursor.next();
    }
  }

  private Item loadModule() {
    Word word = values.word();
    if (!values.isText()) {
      values.missing("The module's file in quotes is missing: loadmodule \"sl.so\".");
      return new Item.Unreadable(cursor.since(word.span().start()));
    }
    Literal.Text path = values.text();
    return new Item.LoadModule(path, cursor.since(word.span().start()));
  }

  private Item modparam() {
    int start = cursor.next().span().start();
    Optional<Literal.Text> module = Optional.empty();
    Optional<Literal.Text> name = Optional.empty();
    Optional<Literal> value = Optional.empty();
    if (cursor.expect("(", "Here ( is missing: modparam(\"module\", \"name\", value).")) {
      module = string("The module's name in quotes is missing here.");
      name = separated(module) ? string("The parameter's name in quotes is missing here.") : name;
      value = separated(name) ? value() : value;
      if (value.isPresent() && !cursor.expect(")", "Here ) is missing.")) {
        skip();
      }
    }
    Span span = cursor.since(start);
    if (value.isEmpty()) {
      skip();
      return new Item.Unreadable(cursor.since(start));
    }
    return new Item.ModuleParameter(module.orElseThrow(), name.orElseThrow(), value.get(), span);
  }

  private boolean separated(Optional<Literal.Text> before) {
    return before.isPresent() && cursor.expect(",", "A comma is missing here.");
  }

  private Optional<Literal.Text> string(String missing) {
    if (values.isText()) {
      return Optional.of(values.text());
    }
    values.missing(missing);
    return Optional.empty();
  }

  private Optional<Literal> value() {
    if (values.isText()) {
      return Optional.of(values.joinedText());
    }
    Optional<Literal.Number> number = values.number();
    if (number.isPresent()) {
      return Optional.of(number.get());
    }
    values.missing("The parameter's value is missing: a string in quotes, or a number.");
    return Optional.empty();
  }
}
