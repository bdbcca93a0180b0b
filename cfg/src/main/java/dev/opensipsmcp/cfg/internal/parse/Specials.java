package dev.opensipsmcp.cfg.internal.parse;

import dev.opensipsmcp.cfg.syntax.Item;
import dev.opensipsmcp.cfg.syntax.Token;
import dev.opensipsmcp.cfg.syntax.Token.Kind;
import dev.opensipsmcp.cfg.syntax.Word;
import java.util.ArrayList;
import java.util.List;

/** Reads what has a small syntax of its own: where it ends, and whether it is whole. */
final class Specials {
  private final Cursor cursor;
  private final Values values;

  Specials(Cursor cursor, Values values) {
    this.cursor = cursor;
    this.values = values;
  }

  /** {@return what is next; its name and equals sign were taken} */
  Item.Special special(Word name, Token equals) {
    int start = cursor.position();
    switch (name.text()) {
      case "dst_blacklist" -> blacklist();
      case "mem-group" -> memoryGroup();
      default -> profile();
    }
    List<Token> tokens = new ArrayList<>();
    tokens.add(new Token(Kind.WORD, name.span()));
    tokens.add(equals);
    tokens.addAll(cursor.taken(start));
    return new Item.Special(name, tokens, cursor.since(name.span().start()));
  }

  private boolean name() {
    if (!cursor.is(Kind.WORD)) {
      values.missing("A name is missing here.");
      return false;
    }
    cursor.next();
    return true;
  }

  /** {@code name/flag,flag : { (tcp, 192.0.2.0/24, 5060, "text"), !192.0.2.7 }}. */
  private void blacklist() {
    if (!name()) {
      return;
    }
    if (cursor.take("/")) {
      do {
        name();
      } while (cursor.take(","));
    }
    if (!cursor.take(":") || !cursor.expect("{", "Here { is missing.")) {
      return;
    }
    int level = 1;
    while (level > 0 && !cursor.atEnd() && !Words.item(cursor)) {
      level += cursor.is("{") ? 1 : cursor.is("}") ? -1 : 0;
      cursor.next();
    }
    if (level > 0) {
      cursor.problems.add(cursor.gap(), "Here } is missing.");
    }
  }

  /** {@code "name" : "module" "module"}. */
  private void memoryGroup() {
    if (!values.isText()) {
      values.missing("A name in quotes is missing here.");
      return;
    }
    cursor.next();
    if (!cursor.expect(":", "A colon is missing here.") || !values.isText()) {
      values.missing("A module's name in quotes is missing here.");
      return;
    }
    while (cursor.is(Kind.TEXT)) {
      cursor.next();
    }
  }

  /**
   * {@code NAME scale up to 6 on 70% for 4 cycles within 5 scale down to 2 on 20% for 10 cycles}.
   */
  private void profile() {
    if (!name()) {
      return;
    }
    if (!is("scale")) {
      values.missing("The words scale up to are missing here.");
      return;
    }
    while (is("scale")) {
      cursor.next();
      while (!cursor.atEnd() && !is("cycles") && !Words.item(cursor) && !Words.global(cursor)) {
        cursor.next();
      }
      if (!is("cycles")) {
        values.missing("The word cycles is missing here.");
        return;
      }
      cursor.next();
      if (is("within")) {
        cursor.next();
        if (cursor.is(Kind.NUMBER)) {
          cursor.next();
        } else {
          values.missing("A number is missing here.");
        }
      }
    }
  }

  /** Whether a word is next that OpenSIPS takes in small and in capital letters. */
  private boolean is(String word) {
    return cursor.is(Kind.WORD) && cursor.brief(cursor.peek().span()).equalsIgnoreCase(word);
  }
}
