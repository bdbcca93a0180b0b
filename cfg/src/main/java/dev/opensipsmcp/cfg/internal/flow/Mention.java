package dev.opensipsmcp.cfg.internal.flow;

import dev.opensipsmcp.cfg.syntax.Part;
import dev.opensipsmcp.cfg.syntax.Transformation;
import dev.opensipsmcp.cfg.syntax.Variable;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A variable that is read somewhere, in a text or by itself.
 *
 * @param name its name without the dollar sign
 * @param subname what stands in its parentheses, as it is written; empty for none
 * @param transformations their names, {@code s.escape.common} for example
 */
public record Mention(String name, String subname, List<String> transformations) {
  public Mention {
    transformations = List.copyOf(transformations);
  }

  /** {@return the variable of the tree} */
  public static Mention of(Variable variable) {
    return new Mention(
        variable.name().text(),
        written(variable.subname()),
        variable.transformations().stream().map(Mention::written).toList());
  }

  /** {@return name and subname, by which two mentions are of the same variable} */
  public String key() {
    return subname.isEmpty() ? name : name + "(" + subname + ")";
  }

  /** {@return whether it is one of these variables} */
  public boolean is(String... names) {
    return List.of(names).contains(name);
  }

  private static String written(Transformation transformation) {
    return transformation.family() + "." + transformation.name();
  }

  private static String written(List<Part> parts) {
    return parts.stream().map(Mention::written).collect(Collectors.joining());
  }

  private static String written(Part part) {
    return switch (part) {
      case Part.Plain plain -> plain.text();
      case Part.Used used -> "$" + of(used.variable()).key();
    };
  }
}
