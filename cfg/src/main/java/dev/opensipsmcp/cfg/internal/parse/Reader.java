package dev.opensipsmcp.cfg.internal.parse;

import dev.opensipsmcp.cfg.syntax.Item;
import dev.opensipsmcp.cfg.syntax.Span;
import dev.opensipsmcp.cfg.syntax.SyntaxTree;
import java.util.List;

/** Reads a text: first its tokens, then what they say. */
public final class Reader {
  private Reader() {}

  /** {@return what a text says; any text says something, if only faults} */
  public static SyntaxTree read(String text) {
    return Pieces.of(text).read().orElseGet(() -> whole(text));
  }

  /** {@return what a text says, read from its first character to its last} */
  static SyntaxTree whole(String text) {
    Problems problems = new Problems();
    int nul = text.indexOf('\0');
    if (nul >= 0) {
      problems.add(
          new Span(nul, nul + 1), "OpenSIPS reads no file with a NUL character.", "Take it away.");
    }
    Tokens tokens = Lexer.tokens(text, 0, text.length(), problems);
    List<Item> items = new Items(new Cursor(text, tokens, problems)).all();
    return new SyntaxTree(text, tokens, items, problems.sorted());
  }
}
