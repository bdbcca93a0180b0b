package dev.opensipsmcp.server.toolset.observability;

import dev.opensipsmcp.cfg.syntax.Item;
import dev.opensipsmcp.cfg.syntax.Literal;
import dev.opensipsmcp.cfg.syntax.SyntaxTree;
import java.util.Map;
import java.util.TreeMap;

/**
 * How module prometheus of one node names its metrics.
 *
 * @param prefix begins every name
 * @param delimiter stands between the parts of a name
 * @param mode whether a name tells its group
 * @param groupPrefix stands before the group's name
 * @param groupLabel the label that holds the group, in that mode
 */
record MetricNames(
    String prefix, String delimiter, Mode mode, String groupPrefix, String groupLabel) {

  /** Where a metric tells its group, in the order of the parameter {@code group_mode}. */
  enum Mode {
    /** Nowhere, which is the module's default. */
    NONE,
    /** In its name. */
    NAME,
    /** In a label. */
    LABEL
  }

  /** What the module does when nothing is set. */
  static final MetricNames UNSET = new MetricNames("opensips", "_", Mode.NONE, "", "group");

  /** What is set where this server adds the module: names that say what they are about. */
  static final MetricNames ADDED = new MetricNames("opensips", "_", Mode.NAME, "", "group");

  /**
   * {@return the names that a configuration gives; {@link #ADDED} where it does not load the
   * module}
   */
  static MetricNames of(SyntaxTree tree) {
    return Parameters.loads(tree, "prometheus") ? set(Parameters.of(tree, "prometheus")) : ADDED;
  }

  private static MetricNames set(Map<String, String> parameters) {
    Map<String, String> all = new TreeMap<>(parameters);
    return new MetricNames(
        all.getOrDefault("prefix", UNSET.prefix),
        all.getOrDefault("delimiter", UNSET.delimiter),
        switch (all.getOrDefault("group_mode", "0")) {
          case "1" -> Mode.NAME;
          case "2" -> Mode.LABEL;
          default -> Mode.NONE;
        },
        all.getOrDefault("group_prefix", UNSET.groupPrefix),
        all.getOrDefault("group_label", UNSET.groupLabel));
  }

  /** {@return a metric's name} */
  String metric(Figure figure) {
    String name =
        mode == Mode.NAME
            ? prefix + delimiter + groupPrefix + figure.group() + delimiter + figure.exposed()
            : prefix + delimiter + figure.exposed();
    return Character.isDigit(name.charAt(0)) ? "_" + name : name;
  }

  /**
   * {@return a metric with its labels, as PromQL selects it}
   *
   * @param figure the statistic
   * @param labels further labels, ready to stand in braces
   */
  String select(Figure figure, String labels) {
    return mode == Mode.LABEL
        ? metric(figure)
            + "{"
            + groupLabel
            + "=\""
            + groupPrefix
            + figure.group()
            + "\","
            + labels
            + "}"
        : metric(figure) + "{" + labels + "}";
  }

  /** What a configuration sets of a module. */
  static final class Parameters {
    private Parameters() {}

    static boolean loads(SyntaxTree tree, String module) {
      return tree.items().stream()
          .anyMatch(item -> item instanceof Item.LoadModule load && load.module().equals(module));
    }

    /** {@return the parameters, of several of one name the last} */
    static Map<String, String> of(SyntaxTree tree, String module) {
      Map<String, String> found = new TreeMap<>();
      for (Item item : tree.items()) {
        if (item instanceof Item.ModuleParameter set && set.module().value().equals(module)) {
          switch (set.value()) {
            case Literal.Text text -> found.put(set.name().value(), text.value());
            case Literal.Number number ->
                found.put(set.name().value(), String.valueOf(number.value()));
            case Literal.Null _, Literal.Address _ -> {}
          }
        }
      }
      return found;
    }
  }
}
