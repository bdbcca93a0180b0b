package dev.opensipsmcp.cfg.format;

import dev.opensipsmcp.cfg.internal.meaning.Meaning;
import dev.opensipsmcp.cfg.syntax.Parser;
import dev.opensipsmcp.cfg.syntax.SyntaxTree;
import dev.opensipsmcp.cfg.syntax.Token;
import java.util.ArrayList;
import java.util.List;

/**
 * Gives a configuration the one layout: tabs for depth, a statement a line, a space around
 * operators and behind commas, at most one empty line. Only white space changes; comments and line
 * breaks within statements stay. Formatting a formatted text changes nothing.
 */
public final class Formatter {
  private Formatter() {}

  /**
   * {@return the text in the one layout, or why it is left as it is}
   *
   * @param tree a configuration without faults
   */
  public static Formatted format(SyntaxTree tree) {
    if (!tree.faults().isEmpty()) {
      return new Formatted.Refused(
          "It has faults, the first of which is: " + tree.faults().getFirst().message());
    }
    String text = new Layout(tree).write();
    SyntaxTree formatted = Parser.parse(text);
    boolean same =
        formatted.faults().isEmpty()
            && said(tree).equals(said(formatted))
            && Meaning.same(tree, formatted);
    return same
        ? new Formatted.Done(text)
        : new Formatted.Refused("Its meaning depends on its white space.");
  }

  /** {@return all tokens as they are written, white space and ends of comments aside} */
  private static List<String> said(SyntaxTree tree) {
    List<String> said = new ArrayList<>();
    for (Token token : tree.tokens()) {
      if (token.kind() != Token.Kind.WHITE_SPACE) {
        said.add(token.span().in(tree.text()).stripTrailing());
      }
    }
    return said;
  }
}
