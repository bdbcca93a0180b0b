package dev.opensipsmcp.cfg.format;

import dev.opensipsmcp.cfg.internal.meaning.Walk;
import dev.opensipsmcp.cfg.syntax.Block;
import dev.opensipsmcp.cfg.syntax.Case;
import dev.opensipsmcp.cfg.syntax.Expression;
import dev.opensipsmcp.cfg.syntax.Item;
import dev.opensipsmcp.cfg.syntax.Literal;
import dev.opensipsmcp.cfg.syntax.Node;
import dev.opensipsmcp.cfg.syntax.Span;
import dev.opensipsmcp.cfg.syntax.Statement;
import dev.opensipsmcp.cfg.syntax.SyntaxTree;
import dev.opensipsmcp.cfg.syntax.Token;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the layout needs to know about places of a text. */
final class Marks {
  /** Where a new line begins, and how deep it is indented. */
  final Map<Integer, Integer> lines = new HashMap<>();

  /** What stays on the line of what is before it, unless a comment is between; how deep then. */
  final Map<Integer, Integer> joined = new HashMap<>();

  /** Where routes begin. */
  final Set<Integer> routes = new HashSet<>();

  /** Signs with one operand. */
  final Set<Integer> unary = new HashSet<>();

  /** Parts whose white space is their own: start to end. */
  final NavigableMap<Integer, Integer> frozen = new TreeMap<>();

  /** Global parameters and the like, where an equals sign has no spaces: start to end. */
  final NavigableMap<Integer, Integer> settings = new TreeMap<>();

  private final SyntaxTree tree;
  private final NavigableSet<Integer> starts = new TreeSet<>();

  Marks(SyntaxTree tree) {
    this.tree = tree;
    for (Token token : tree.tokens()) {
      if (!token.blank()) {
        starts.add(token.span().start());
      }
    }
    tree.items().forEach(this::item);
  }

  static boolean within(NavigableMap<Integer, Integer> parts, int before, int after) {
    Map.Entry<Integer, Integer> part = parts.floorEntry(before);
    return part != null && after < part.getValue();
  }

  private void item(Item item) {
    // the second of several module paths begins with its string
    if (Character.isLetter(tree.text().charAt(item.span().start()))) {
      line(0, item.span().start());
    }
    switch (item) {
      case Item.Route route -> {
        routes.add(route.span().start());
        block(0, route.body());
        Walk.through(route.body(), this::node);
      }
      case Item.Setting _, Item.ModulePath _ ->
          settings.put(item.span().start(), item.span().end());
      case Item.Listener _, Item.Special _ -> {
        settings.put(item.span().start(), item.span().end());
        value(item.span());
      }
      case Item.Include _ -> frozen.put(item.span().start(), item.span().end());
      case Item.ModuleParameter parameter -> node(parameter.value());
      case Item.LoadModule _, Item.Unreadable _ -> {}
    }
  }

  /** What stands behind the equals sign of something with a syntax of its own. */
  private void value(Span span) {
    int equals = tree.text().indexOf('=', span.start());
    Integer start = equals < 0 ? null : starts.ceiling(equals + 1);
    if (start != null && start < span.end()) {
      frozen.put(start, span.end());
    }
  }

  private void node(Node node) {
    switch (node) {
      case Literal.Number(var _, Span span) -> unary(span, "+-");
      case Expression.Not(var _, Span span) -> unary(span, "!");
      case Expression.Complement(var _, Span span) -> unary(span, "~");
      case Literal.Text(var _, boolean quoted, Span span) -> {
        if (!quoted && span.end() > span.start()) {
          frozen.put(span.start(), span.end());
        }
      }
      case Literal.Address(var _, Span span) -> frozen.put(span.start(), span.end());
      case Item.Include include -> frozen.put(include.span().start(), include.span().end());
      default -> {}
    }
  }

  private void unary(Span span, String signs) {
    if (span.end() > span.start() && signs.indexOf(tree.text().charAt(span.start())) >= 0) {
      unary.add(span.start());
    }
  }

  private void line(int depth, int offset) {
    lines.put(offset, depth);
  }

  private void block(int depth, Block block) {
    joined.put(block.span().start(), depth);
    list(depth + 1, block.statements());
    line(depth, block.span().end() - 1);
  }

  private void list(int depth, List<Statement> statements) {
    for (Statement statement : statements) {
      line(depth, statement.span().start());
      statement(depth, statement);
    }
  }

  private void statement(int depth, Statement statement) {
    switch (statement) {
      case Statement.If branch -> branches(depth, branch);
      case Statement.While loop -> body(depth, loop.body());
      case Statement.ForEach loop -> body(depth, loop.body());
      case Statement.Switch(Expression subject, List<Case> cases, Span span) -> {
        openingBrace(depth, subject);
        for (Case choice : cases) {
          line(depth + 1, choice.span().start());
          list(depth + 2, choice.statements());
        }
        line(depth, span.end() - 1);
      }
      case Statement.Braced(Block block) -> block(depth, block);
      case Statement.Invocation _,
          Statement.Assignment _,
          Statement.Break _,
          Statement.Empty _,
          Statement.Inclusion _,
          Statement.Unreadable _ -> {}
    }
  }

  /** The brace of a switch stands behind its subject and a parenthesis. */
  private void openingBrace(int depth, Expression subject) {
    Integer parenthesis = starts.ceiling(subject.span().end());
    Integer brace = parenthesis == null ? null : starts.higher(parenthesis);
    if (brace != null) {
      joined.put(brace, depth);
    }
  }

  private void branches(int depth, Statement.If first) {
    Statement.If branch = first;
    while (true) {
      body(depth, branch.then());
      Optional<Statement> otherwise = branch.otherwise();
      if (otherwise.isEmpty()) {
        return;
      }
      Integer word = starts.ceiling(branch.then().span().end());
      if (word != null) {
        (branch.then() instanceof Statement.Braced ? joined : lines).put(word, depth);
      }
      if (otherwise.get() instanceof Statement.If next) {
        joined.put(next.span().start(), depth);
        branch = next;
      } else {
        body(depth, otherwise.get());
        return;
      }
    }
  }

  private void body(int depth, Statement body) {
    switch (body) {
      case Statement.Braced(Block block) -> block(depth, block);
      case Statement.Empty _ -> {}
      default -> {
        line(depth + 1, body.span().start());
        statement(depth + 1, body);
      }
    }
  }
}
