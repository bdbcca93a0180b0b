package dev.opensipsmcp.facts;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A parameter that a configuration sets outside of modules.
 *
 * @param name the usual spelling
 * @param otherNames other spellings that mean the same
 * @param forms the forms of its value; none when it has a syntax of its own only
 * @param defaultValue its default, where that is one short value
 */
public record GlobalParameter(
    String name, List<String> otherNames, Set<Form> forms, Optional<String> defaultValue) {
  public GlobalParameter {
    otherNames = List.copyOf(otherNames);
    forms = Set.copyOf(forms);
  }

  /** A form that a global parameter's value can have. */
  public enum Form {
    /** A number that is not negative. */
    NUMBER,
    /** A number with or without a sign. */
    SIGNED_NUMBER,
    /** A string in quotes. */
    STRING,
    /** A bare word. */
    WORD,
    /** A syntax of its own, such as a socket definition. */
    OWN
  }
}
