package dev.opensipsmcp.cfg.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Prints what a text says in one line, so that a story can tell what it expects. */
final class Shape {
  private Shape() {}

  /** {@return what statements say}; they stand in a route, and must be without a fault */
  static String statements(String text) {
    SyntaxTree tree = Parser.parse("route { " + text + " }");
    if (!tree.faults().isEmpty()) {
      throw new AssertionError(text + " has " + tree.faults());
    }
    Item.Route route = (Item.Route) tree.items().getFirst();
    return many(route.body().statements());
  }

  static String many(List<? extends Node> nodes) {
    return nodes.stream().map(Shape::of).collect(Collectors.joining(" "));
  }

  static String of(Node node) {
    return switch (node) {
      case Item item -> item(item);
      case Statement statement -> statement(statement);
      case Expression expression -> expression(expression);
      case Word word -> word.text();
      case Block block -> "{" + many(block.statements()) + "}";
      case Case one ->
          "(case "
              + one.label().map(Shape::of).orElse("else")
              + ": "
              + many(one.statements())
              + ")";
      case Argument argument -> argument.value().map(Shape::of).orElse("_");
      case Part part ->
          switch (part) {
            case Part.Plain plain -> plain.text();
            case Part.Used used -> of(used.variable());
          };
      case Transformation it ->
          "{"
              + it.family()
              + "."
              + it.name()
              + it.parameters().stream().map(one -> "|" + parts(one)).collect(Collectors.joining())
              + "}";
    };
  }

  private static String item(Item item) {
    return switch (item) {
      case Item.Setting it -> it.name().text() + "=" + many(it.value());
      case Item.Listener it ->
          it.name().text()
              + it.sockets().stream().map(Shape::socket).collect(Collectors.joining(" ", "[", "]"));
      case Item.Special it -> it.name().text() + "#" + it.tokens().size();
      case Item.LoadModule it -> "load " + it.module();
      case Item.ModulePath it -> "mpath " + it.path().value();
      case Item.ModuleParameter it ->
          it.module().value() + "." + it.name().value() + "=" + of(it.value());
      case Item.Route it -> route(it);
      case Item.Include it -> it.word().text() + " " + it.path().value();
      case Item.Unreadable _ -> "?";
    };
  }

  private static String route(Item.Route it) {
    List<String> brackets = new ArrayList<>();
    it.name().ifPresent(name -> brackets.add(name.text()));
    it.interval().ifPresent(seconds -> brackets.add(seconds.value() + "s"));
    it.attributes().forEach(attribute -> brackets.add("@" + attribute.text()));
    return it.kind().text() + brackets + of(it.body());
  }

  private static String socket(SocketDefinition it) {
    return it.protocol().map(Word::text).orElse("-")
        + "/"
        + it.host().text()
        + it.port().map(port -> "/" + port.value()).orElse("")
        + it.lastPort().map(port -> "-" + port.value()).orElse("")
        + it.options().stream()
            .map(one -> "+" + one.name().text() + one.value().map(v -> "=" + v).orElse(""))
            .collect(Collectors.joining());
  }

  private static String statement(Statement statement) {
    return switch (statement) {
      case Statement.Invocation it -> of(it.call()) + ";";
      case Statement.Assignment it ->
          "(" + it.operator() + " " + of(it.target()) + " " + of(it.value()) + ")";
      case Statement.If it ->
          "(if "
              + of(it.condition())
              + " "
              + of(it.then())
              + it.otherwise().map(no -> " else " + of(no)).orElse("")
              + ")";
      case Statement.While it -> "(while " + of(it.condition()) + " " + of(it.body()) + ")";
      case Statement.ForEach it ->
          "(for " + of(it.item()) + " in " + of(it.list()) + " " + of(it.body()) + ")";
      case Statement.Switch it -> "(switch " + of(it.subject()) + " " + many(it.cases()) + ")";
      case Statement.Break _ -> "break";
      case Statement.Braced it -> of(it.block());
      case Statement.Empty _ -> ";";
      case Statement.Inclusion it -> of(it.include());
      case Statement.Unreadable _ -> "?";
    };
  }

  private static String expression(Expression expression) {
    return switch (expression) {
      case Literal.Text it -> it.quoted() ? "'" + it.value() + "'" : it.value();
      case Literal.Number it -> Long.toString(it.value());
      case Literal.Null _ -> "NULL";
      case Literal.Address it -> "<" + it.text() + ">";
      case Variable it -> variable(it);
      case Call it ->
          it.function().text()
              + (it.parentheses()
                  ? it.arguments().stream()
                      .map(Shape::of)
                      .collect(Collectors.joining(",", "(", ")"))
                  : it.arguments().isEmpty() ? "" : " " + many(it.arguments()));
      case Expression.Not it -> "(not " + of(it.operand()) + ")";
      case Expression.Complement it -> "(~ " + of(it.operand()) + ")";
      case Expression.Binary it ->
          "(" + it.operator() + " " + of(it.left()) + " " + of(it.right()) + ")";
      case Expression.Group it -> it.brackets() ? "[" + of(it.inner()) + "]" : of(it.inner());
    };
  }

  private static String variable(Variable it) {
    Optional<String> context = it.context().map(word -> "<" + word.text() + ">");
    return "$"
        + context.orElse("")
        + it.name().text()
        + (it.subname().isEmpty() ? "" : "(" + parts(it.subname()) + ")")
        + (it.index().isEmpty() ? "" : "[" + parts(it.index()) + "]")
        + it.transformations().stream().map(Shape::of).collect(Collectors.joining());
  }

  static String parts(List<Part> parts) {
    return parts.stream().map(Shape::of).collect(Collectors.joining());
  }
}
