package dev.opensipsmcp.server.reversal;

import dev.opensipsmcp.lab.Deed;
import dev.opensipsmcp.lab.LabNode;

/**
 * Something to look at in the lab itself, where no command shows it. It is written as {@code loaded
 * TABLE}, {@code rows TABLE}, {@code inside MODULE} or {@code deed KIND}.
 */
sealed interface LabRead {

  /**
   * The rows that a module has in memory.
   *
   * @param table where they are from
   */
  record Loaded(String table) implements LabRead {}

  /**
   * The rows that are in the node's database.
   *
   * @param table which
   */
  record Rows(String table) implements LabRead {}

  /**
   * What a module holds.
   *
   * @param module which
   */
  record Inside(String module) implements LabRead {}

  /**
   * What the node did that others see.
   *
   * @param kind what sort of thing
   */
  record Done(Deed.Kind kind) implements LabRead {}

  static LabRead of(String text) {
    String name = text.substring(text.indexOf(' ') + 1);
    return switch (text.substring(0, text.indexOf(' '))) {
      case "loaded" -> new Loaded(name);
      case "rows" -> new Rows(name);
      case "inside" -> new Inside(name);
      case "deed" -> new Done(Deed.Kind.valueOf(name));
      default -> throw new IllegalArgumentException(text);
    };
  }

  /** {@return what it looks like now} */
  default String now(LabNode lab) {
    return switch (this) {
      case Loaded(String table) -> lab.loaded(table).toString();
      case Rows(String table) -> lab.rows(table).toString();
      case Inside(String module) -> lab.inside(module).toString();
      case Done(Deed.Kind kind) ->
          lab.deeds().stream().filter(deed -> deed.kind() == kind).toList().toString();
    };
  }
}
