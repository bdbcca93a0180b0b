package dev.opensipsmcp.cfg.internal.meaning;

import dev.opensipsmcp.cfg.syntax.Expression;
import dev.opensipsmcp.cfg.syntax.Item;
import dev.opensipsmcp.cfg.syntax.Literal;
import dev.opensipsmcp.cfg.syntax.SocketDefinition;
import dev.opensipsmcp.cfg.syntax.SyntaxTree;
import dev.opensipsmcp.cfg.syntax.Token;
import dev.opensipsmcp.cfg.syntax.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a configuration says, line by line: two texts that differ in comments, white space, quotes
 * or the base of numbers only have the same lines, spans apart.
 */
public final class Meaning {
  private static final Pattern BLANK = Pattern.compile("/\\*.*?\\*/|#[^\\n]*|\\s+", Pattern.DOTALL);

  private final String text;
  private final List<Line> lines = new ArrayList<>();

  private Meaning(String text) {
    this.text = text;
  }

  /** {@return all that a configuration says} */
  public static List<Line> of(SyntaxTree tree) {
    return of(tree, tree.items());
  }

  /** {@return what some of its items say} */
  public static List<Line> of(SyntaxTree tree, List<? extends Item> items) {
    Meaning meaning = new Meaning(tree.text());
    items.forEach(meaning::item);
    return List.copyOf(meaning.lines);
  }

  /** {@return whether two configurations say the same in the same order} */
  public static boolean same(SyntaxTree one, SyntaxTree other) {
    return bare(of(one)).equals(bare(of(other)));
  }

  private record Bare(int depth, String text) {}

  private static List<Bare> bare(List<Line> lines) {
    return lines.stream().map(line -> new Bare(line.depth(), line.text())).toList();
  }

  /** {@return an expression in its one spelling} */
  public static String of(Expression expression) {
    StringBuilder out = new StringBuilder();
    new Writer(out).expression(expression);
    return out.toString();
  }

  /** {@return an item in its one spelling; of a route, its head} */
  public static String head(SyntaxTree tree, Item item) {
    Meaning meaning = new Meaning(tree.text());
    return item instanceof Item.Route route ? head(route) : meaning.line(item);
  }

  private void item(Item item) {
    if (item instanceof Item.Route route) {
      lines.add(new Line(0, head(route) + " {", route.span()));
      new StatementLines(text, lines).all(1, route.body().statements());
      lines.add(new Line(0, "}", route.body().span()));
    } else {
      lines.add(new Line(0, line(item), item.span()));
    }
  }

  private String line(Item item) {
    return switch (item) {
      case Item.Setting(Word name, List<Literal> value, var _) ->
          name.text() + "=" + String.join(" ", value.stream().map(Meaning::of).toList());
      case Item.Listener(Word name, List<SocketDefinition> sockets, var _) ->
          name.text() + "=" + String.join(", ", sockets.stream().map(Meaning::socket).toList());
      case Item.Special special -> words(special);
      case Item.LoadModule load -> "loadmodule " + of(load.path());
      case Item.ModulePath path -> "mpath=" + of(path.path());
      case Item.ModuleParameter parameter ->
          "modparam("
              + of(parameter.module())
              + ", "
              + of(parameter.name())
              + ", "
              + of(parameter.value())
              + ")";
      case Item.Include include -> include.word().text() + " " + of(include.path());
      case Item.Route route -> head(route);
      case Item.Unreadable unreadable -> unreadable.span().in(text).strip();
    };
  }

  private String words(Item.Special special) {
    StringBuilder out = new StringBuilder();
    for (Token token : special.tokens()) {
      out.append(out.isEmpty() ? "" : " ").append(token.span().in(text));
    }
    return out.toString();
  }

  /** {@return how a listener is written} */
  public static String socket(SocketDefinition socket) {
    StringBuilder out = new StringBuilder();
    socket.protocol().ifPresent(protocol -> out.append(protocol.text()).append(':'));
    out.append(socket.host().text());
    socket.port().ifPresent(port -> out.append(':').append(port.value()));
    socket.lastPort().ifPresent(port -> out.append('-').append(port.value()));
    for (SocketDefinition.Option option : socket.options()) {
      out.append(' ').append(option.name().text());
      option.value().ifPresent(value -> out.append(' ').append(bare(value)));
    }
    return out.toString();
  }

  /** An option's value is kept as it is written; what is blank in it means nothing. */
  private static String bare(String value) {
    return value.indexOf('"') >= 0 ? value : BLANK.matcher(value).replaceAll("");
  }

  /** {@return how a route begins: {@code failure_route[missed]}} */
  public static String head(Item.Route route) {
    List<String> words = new ArrayList<>();
    route.name().ifPresent(name -> words.add(name.text()));
    route.interval().ifPresent(interval -> words.add(String.valueOf(interval.value())));
    route.attributes().forEach(word -> words.add(word.text()));
    return words.isEmpty()
        ? route.kind().text()
        : route.kind().text() + "[" + String.join(", ", words) + "]";
  }
}
