package dev.opensipsmcp.cfg.syntax;

import dev.opensipsmcp.cfg.internal.parse.Tokens;
import java.util.List;

/**
 * A text and what it means.
 *
 * @param text the text
 * @param tokens all of it, piece by piece
 * @param items what stands in it, outside of routes
 * @param faults what could not be understood, in the order of the text
 */
public record SyntaxTree(String text, List<Token> tokens, List<Item> items, List<Fault> faults) {
  public SyntaxTree {
    tokens = Tokens.of(tokens);
    items = List.copyOf(items);
    faults = List.copyOf(faults);
  }
}
