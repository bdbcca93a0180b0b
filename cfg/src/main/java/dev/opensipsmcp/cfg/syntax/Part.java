package dev.opensipsmcp.cfg.syntax;

/** A part of a text that may hold variables. */
public sealed interface Part extends Node {
  /**
   * Plain text.
   *
   * @param text what it stands for, {@code $$} resolved
   * @param span where it stands
   */
  record Plain(String text, Span span) implements Part {}

  /**
   * A variable.
   *
   * @param variable which
   */
  record Used(Variable variable) implements Part {
    @Override
    public Span span() {
      return variable.span();
    }
  }
}
