package dev.opensipsmcp.cfg.syntax;

import dev.opensipsmcp.cfg.internal.parse.Reader;

/**
 * Reads an opensips.cfg of any version from 2.4 to 4.0. It knows the grammar, not the names: which
 * modules, functions and parameters a version has is asked elsewhere. Where versions differ, it
 * takes what any of them takes.
 */
public final class Parser {
  private Parser() {}

  /**
   * Reads a text. All faults are found in one go; behind each, reading goes on where the next
   * statement, block or route begins. There is no text that it refuses, and the time it takes grows
   * with the length of the text.
   *
   * @param text the text of one file, or of several put together
   * @return what it says
   */
  public static SyntaxTree parse(String text) {
    return Reader.read(text);
  }
}
