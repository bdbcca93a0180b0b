package dev.opensipsmcp.cfg.syntax;

import java.util.List;

/**
 * A call: of a function of the core or a module, of a route by {@code route(name)}, or of a word of
 * the language that acts like one: {@code return}, {@code exit}, {@code drop}, {@code async},
 * {@code launch}, {@code assert}, {@code xlog}.
 *
 * @param function its name
 * @param arguments what is given, in order
 * @param parentheses whether it has parentheses; {@code exit} may stand without
 * @param span where it stands
 */
public record Call(Word function, List<Argument> arguments, boolean parentheses, Span span)
    implements Expression {
  public Call {
    arguments = List.copyOf(arguments);
  }
}
