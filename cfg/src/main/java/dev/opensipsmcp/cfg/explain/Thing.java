package dev.opensipsmcp.cfg.explain;

import java.util.Optional;

/**
 * Something that a version has a name for.
 *
 * @param topic what it is
 * @param name its name
 * @param owner the module that has it, the function of a flag, or the word core
 * @param form its form, of which a change is part of its history: arguments, type of value, …
 * @param defaultValue its default, where there is a short one
 * @param more what else is to be known, whole sentences
 */
record Thing(
    Topic topic,
    String name,
    String owner,
    String form,
    Optional<String> defaultValue,
    String more) {

  /** {@return whether it is the same thing, perhaps in another form} */
  boolean same(Thing other) {
    return topic == other.topic && name.equals(other.name) && owner.equals(other.owner);
  }
}
