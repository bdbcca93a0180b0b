package dev.opensipsmcp.cfg.internal.parse;

import dev.opensipsmcp.cfg.syntax.Fault;
import dev.opensipsmcp.cfg.syntax.Literal;
import dev.opensipsmcp.cfg.syntax.Part;
import dev.opensipsmcp.cfg.syntax.Span;
import java.util.List;

/** Reads texts that hold variables. */
public final class Formats {
  private Formats() {}

  /**
   * What a text holds, and what is wrong in it.
   *
   * @param parts in their order
   * @param faults broken variables
   */
  public record Read(List<Part> parts, List<Fault> faults) {}

  /** {@return what a string holds; whole is the text that it stands in} */
  public static Read read(Literal.Text text, String whole) {
    Problems problems = new Problems();
    Chars chars = chars(text, whole);
    return new Read(new VariableReader(chars, 0, problems).format(), problems.sorted());
  }

  private static Chars chars(Literal.Text text, String whole) {
    Span span = text.span();
    if (!text.quoted()) {
      return Chars.of(text.value(), span.start());
    }
    return Escapes.plain(whole, span)
        ? Chars.of(text.value(), span.start() + 1)
        : Escapes.resolved(whole, span);
  }
}
