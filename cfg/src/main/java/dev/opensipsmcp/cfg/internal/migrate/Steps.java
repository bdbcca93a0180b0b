package dev.opensipsmcp.cfg.internal.migrate;

import dev.opensipsmcp.cfg.internal.migrate.Step.Name;
import dev.opensipsmcp.cfg.internal.migrate.Step.Rewriter;
import dev.opensipsmcp.cfg.migrate.Release;
import java.util.ArrayList;
import java.util.List;

/** Every step, in the order of the hops. */
public final class Steps {
  private static final List<Step> ALL =
      new Builder()
          .add(To30.steps(Release.V3_0))
          .add(To31.steps(Release.V3_1))
          .add(To32.steps(Release.V3_2))
          .add(To33.steps(Release.V3_3))
          .add(To34.steps(Release.V3_4))
          .add(To35.steps(Release.V3_5))
          .add(To36.steps(Release.V3_6))
          .add(To40.steps(Release.V4_0))
          .all;

  private Steps() {}

  /** {@return every step} */
  public static List<Step> all() {
    return List.copyOf(ALL);
  }

  /** {@return the steps of the hop that leads to a release line} */
  static List<Step> to(Release release) {
    return ALL.stream().filter(step -> step.to() == release).toList();
  }

  static Builder of(Release to) {
    Builder builder = new Builder();
    builder.to = to;
    return builder;
  }

  static Name module(String module) {
    return new Name.Module(module);
  }

  static Name parameter(String module, String parameter) {
    return new Name.Parameter(module, parameter);
  }

  static Name function(String module, String function) {
    return new Name.Function(module, function);
  }

  static Name setting(String setting) {
    return new Name.Setting(setting);
  }

  static Name variable(String variable) {
    return new Name.Variable(variable);
  }

  /** Collects the steps of a hop. */
  static final class Builder {
    private final List<Step> all = new ArrayList<>();
    private Release to = Release.V3_0;

    Builder add(List<Step> steps) {
      all.addAll(steps);
      return this;
    }

    Builder step(String id, String why, String source, Rewriter rewriter, Name... introduces) {
      all.add(new Step(to + "-" + id, to, why, source, List.of(introduces), rewriter));
      return this;
    }

    List<Step> steps() {
      return all;
    }
  }
}
