package dev.opensipsmcp.facts;

import java.util.ArrayList;
import java.util.List;

/**
 * One full parameter set of an MI command: a call carries exactly one recipe's names.
 *
 * @param parameters in the order of their positions
 */
public record Recipe(List<MiParameter> parameters) {
  public Recipe {
    parameters = List.copyOf(parameters);
  }

  /** {@return the parameters' names, in order} */
  public List<String> names() {
    List<String> names = new ArrayList<>(parameters.size());
    for (MiParameter parameter : parameters) {
      names.add(parameter.name());
    }
    return List.copyOf(names);
  }
}
