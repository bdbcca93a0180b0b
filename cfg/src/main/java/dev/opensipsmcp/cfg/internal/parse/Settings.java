package dev.opensipsmcp.cfg.internal.parse;

import dev.opensipsmcp.cfg.syntax.Item;
import dev.opensipsmcp.cfg.syntax.Literal;
import dev.opensipsmcp.cfg.syntax.Token;
import dev.opensipsmcp.cfg.syntax.Token.Kind;
import dev.opensipsmcp.cfg.syntax.Word;
import java.util.List;
import java.util.Optional;

/** Reads global parameters: everything with a name and an equals sign. */
final class Settings {
  private final Cursor cursor;
  private final Values values;
  private final Sockets sockets;
  private final Specials specials;

  Settings(Cursor cursor, Values values) {
    this.cursor = cursor;
    this.values = values;
    sockets = new Sockets(cursor, values);
    specials = new Specials(cursor, values);
  }

  /** Reads the setting that is next. */
  void setting(List<Item> items) {
    boolean word = Words.reserved(cursor.text()) && !cursor.is("mpath");
    if (word || values.isAddress(0)) {
      cursor.problems.add(
          cursor.peek().span(),
          "No global parameter is called " + cursor.brief(cursor.peek().span()) + ".");
    }
    Word name = values.word();
    int start = name.span().start();
    Token equals = cursor.next();
    if (Words.global(cursor) || cursor.atEnd()) {
      values.missing("The value is missing here.");
      items.add(new Item.Unreadable(cursor.since(start)));
      return;
    }
    switch (name.text()) {
      case "alias" -> items.add(new Item.Listener(name, sockets.aliases(), cursor.since(start)));
      case "socket", "listen", "bind" ->
          items.add(new Item.Listener(name, sockets.sockets(true), cursor.since(start)));
      case "mpath" -> modulePaths(items, start);
      case "dst_blacklist", "mem-group", "auto_scaling_profile" ->
          items.add(specials.special(name, equals));
      default -> {
        List<Literal> value = value();
        items.add(new Item.Setting(name, value, cursor.since(start)));
      }
    }
  }

  private void modulePaths(List<Item> items, int first) {
    int start = first;
    do {
      if (!values.isText()) {
        values.missing("A folder in quotes is missing here.");
        items.add(new Item.Unreadable(cursor.since(first)));
        return;
      }
      Literal.Text path = values.text();
      items.add(new Item.ModulePath(path, cursor.since(start)));
      start = cursor.start();
    } while (cursor.take(":"));
  }

  private List<Literal> value() {
    if (values.isText()) {
      return List.of(values.text());
    }
    Optional<Literal.Number> number = values.number();
    if (number.isPresent()) {
      return cursor.is("use_auto_scaling_profile") && !cursor.is(1, "=")
          ? List.of(number.get(), bare(), bare())
          : List.of(number.get());
    }
    if (cursor.is("NULL") || !(cursor.is(Kind.WORD) || cursor.is("["))) {
      return List.of(values.missing("The value is missing here."));
    }
    Optional<Literal.Address> address = values.address();
    if (address.isPresent()) {
      return List.of(address.get());
    }
    Word host = sockets.host();
    return List.of(new Literal.Text(host.text(), false, host.span()));
  }

  private Literal bare() {
    if (!cursor.is(Kind.WORD)) {
      return values.missing("A name is missing here.");
    }
    Word word = values.word();
    return new Literal.Text(word.text(), false, word.span());
  }
}
