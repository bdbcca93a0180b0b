package dev.opensipsmcp.cfg.source;

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
   * {@return a configuration of one text; what it includes is left out}
   *
   * @param name what places call it
   * @param text the text
   */
  public static Program of(String name, String text) {
    return new Program(Parser.parse(text), new OneText(name, text));
  }
}
