package dev.opensipsmcp.cfg.syntax;

import java.util.List;

/**
 * A transformation of a variable: <code>{s.substr,0,2}</code>.
 *
 * @param family the class, {@code s}
 * @param name its name, {@code substr}
 * @param parameters its parameters, each with variables in it
 * @param span where it stands, with the braces
 */
public record Transformation(String family, String name, List<List<Part>> parameters, Span span)
    implements Node {
  public Transformation {
    parameters = parameters.stream().map(List::copyOf).toList();
  }
}
