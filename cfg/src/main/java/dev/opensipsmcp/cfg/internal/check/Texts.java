package dev.opensipsmcp.cfg.internal.check;

import dev.opensipsmcp.cfg.syntax.Literal;
import dev.opensipsmcp.cfg.syntax.Part;
import java.util.List;

/** Finds the variables in strings. */
@FunctionalInterface
interface Texts {
  /** {@return a string's parts, with variables among them} */
  List<Part> parts(Literal.Text text);
}
