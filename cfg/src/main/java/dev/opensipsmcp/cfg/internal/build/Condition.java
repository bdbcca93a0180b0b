package dev.opensipsmcp.cfg.internal.build;

import dev.opensipsmcp.facts.Version;

/** When a part of a block is written. */
sealed interface Condition {

  /** {@return whether the part is written} */
  boolean holds(Situation situation);

  /** When a feature is chosen. */
  record With(String feature) implements Condition {
    @Override
    public boolean holds(Situation situation) {
      return situation.features().contains(feature);
    }
  }

  /** When a feature is not chosen. */
  record Without(String feature) implements Condition {
    @Override
    public boolean holds(Situation situation) {
      return !situation.features().contains(feature);
    }
  }

  /** From a version on. */
  record Since(Version version) implements Condition {
    @Override
    public boolean holds(Situation situation) {
      return situation.version().compareTo(version) >= 0;
    }
  }

  /** Up to a version, with it. */
  record Until(Version version) implements Condition {
    @Override
    public boolean holds(Situation situation) {
      return situation.version().compareTo(version) <= 0;
    }
  }

  /** When some block has something to say at a slot. */
  record Filled(String slot) implements Condition {
    @Override
    public boolean holds(Situation situation) {
      return situation.fills(slot);
    }
  }
}
