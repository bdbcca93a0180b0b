package dev.opensipsmcp.server.reversal;

import dev.opensipsmcp.lab.Deed;

/**
 * Something to look at in the lab itself, where no command shows it. It is written as {@code loaded
 * TABLE}, {@code rows TABLE}, {@code inside MODULE}, {@code deed KIND}, {@code files DIRECTORY} or
 * {@code heard REQUESTS}.
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

  /**
   * The files that lie in a directory of the stage.
   *
   * @param directory which
   */
  record Files(String directory) implements LabRead {}

  /** The requests that a phone beside the node got. */
  record Heard() implements LabRead {}

  static LabRead of(String text) {
    String name = text.substring(text.indexOf(' ') + 1);
    return switch (text.substring(0, text.indexOf(' '))) {
      case "loaded" -> new Loaded(name);
      case "rows" -> new Rows(name);
      case "inside" -> new Inside(name);
      case "deed" -> new Done(Deed.Kind.valueOf(name));
      case "files" -> new Files(name);
      case "heard" -> new Heard();
      default -> throw new IllegalArgumentException(text);
    };
  }

  /** {@return what it looks like now} */
  default String now(Stage stage) {
    return switch (this) {
      case Loaded(String table) -> stage.lab().loaded(table).toString();
      case Rows(String table) -> stage.lab().rows(table).toString();
      case Inside(String module) -> stage.lab().inside(module).toString();
      case Done(Deed.Kind kind) ->
          stage.lab().deeds().stream().filter(deed -> deed.kind() == kind).toList().toString();
      case Files(String directory) -> stage.files(directory).toString();
      case Heard _ -> stage.heard().toString();
    };
  }
}
