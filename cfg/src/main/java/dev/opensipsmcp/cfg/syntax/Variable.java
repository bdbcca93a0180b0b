package dev.opensipsmcp.cfg.syntax;

import java.util.List;
import java.util.Optional;

/**
 * A variable as it is used: {@code $ru}, {@code $avp(x)}, <code>$(hdr(From)[0]{s.len})</code>.
 *
 * @param name its name without the dollar sign
 * @param context the message that it is taken from, {@code request} or {@code reply}; usually none
 * @param subname what stands in its parentheses, with variables in it
 * @param index what stands in its brackets, {@code *} included
 * @param transformations in the order in which they are applied
 * @param span where it stands
 */
public record Variable(
    Word name,
    Optional<Word> context,
    List<Part> subname,
    List<Part> index,
    List<Transformation> transformations,
    Span span)
    implements Expression {
  public Variable {
    subname = List.copyOf(subname);
    index = List.copyOf(index);
    transformations = List.copyOf(transformations);
  }

  /** {@return its name in the parentheses, when that is constant} */
  public Optional<String> constantSubname() {
    return subname.size() == 1 && subname.getFirst() instanceof Part.Plain(String text, Span _)
        ? Optional.of(text)
        : Optional.empty();
  }
}
