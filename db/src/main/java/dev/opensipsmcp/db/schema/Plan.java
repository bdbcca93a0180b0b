package dev.opensipsmcp.db.schema;

import java.util.List;

/**
 * How a database becomes what it is to be.
 *
 * @param target what it is to be
 * @param steps in order; none when it is so already
 * @param left what stays other, and is to be looked at by a person
 */
public record Plan(Target target, List<Step> steps, List<SchemaDifference> left) {
  public Plan {
    steps = List.copyOf(steps);
    left = List.copyOf(left);
  }

  /** {@return the tables whose rows or columns change, without those that are new} */
  public List<String> changed() {
    return steps.stream().filter(it -> !it.creates()).map(Step::table).distinct().toList();
  }
}
