package dev.opensipsmcp.cfg.internal.build;

import java.util.List;

/** A part of a block's text. */
sealed interface Piece {

  /**
   * A line.
   *
   * @param line with placeholders in two braces
   */
  record Line(String line) implements Piece {}

  /**
   * A place where other blocks write.
   *
   * @param name the slot's name
   * @param indent what stands before each line
   */
  record Slot(String name, String indent) implements Piece {}

  /**
   * A choice.
   *
   * @param condition what decides
   * @param then the pieces if it holds
   * @param otherwise the pieces if not
   */
  record Choice(Condition condition, List<Piece> then, List<Piece> otherwise) implements Piece {
    public Choice {
      then = List.copyOf(then);
      otherwise = List.copyOf(otherwise);
    }
  }
}
