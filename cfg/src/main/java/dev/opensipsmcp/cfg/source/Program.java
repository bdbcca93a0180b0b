package dev.opensipsmcp.cfg.source;

import dev.opensipsmcp.cfg.internal.source.Pieces;
import dev.opensipsmcp.cfg.syntax.Parser;
import dev.opensipsmcp.cfg.syntax.SyntaxTree;

/**
 * A configuration as OpenSIPS reads it: a file with what it includes put in place.
 *
 * @param tree what it says
 * @param origins where each part comes from
 */
public record Program(SyntaxTree tree, Origins origins) {
  /**
   * Reads a text that stands alone. What it includes is not followed, and stays in the tree.
   *
   * @param name what to call it in places
   * @param text the text
   */
  public static Program of(String name, String text) {
    return new Program(Parser.parse(text), Pieces.of(name, text));
  }
}
