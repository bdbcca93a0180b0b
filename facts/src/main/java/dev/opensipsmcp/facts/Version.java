package dev.opensipsmcp.facts;

import java.util.Optional;

/** A release line of OpenSIPS that this product has facts about, oldest first. */
public enum Version {
  V3_2("3.2", false),
  V3_3("3.3", false),
  V3_4("3.4", true),
  V3_5("3.5", true),
  V3_6("3.6", true),
  V4_0("4.0", true);

  private final String label;
  private final boolean operable;

  Version(String label, boolean operable) {
    this.label = label;
    this.operable = operable;
  }

  /** {@return the short form, for example {@code 3.6}} */
  public String label() {
    return label;
  }

  /**
   * {@return whether a running node of this line can be operated} Older lines are known only as
   * sources of a migration.
   */
  public boolean operable() {
    return operable;
  }

  /** {@return whether MI commands carry their group's name, {@code group:command}, since 4.0} */
  public boolean groupsMiCommands() {
    return compareTo(V4_0) >= 0;
  }

  /**
   * Finds the release line that a text names.
   *
   * @param text a label ({@code 3.6}), a release ({@code 3.6.8}), or what MI {@code version}
   *     answers ({@code OpenSIPS (3.6.8 (x86_64/linux))})
   * @return the line, or nothing when the text names none that is known
   */
  public static Optional<Version> parse(String text) {
    for (Version version : values()) {
      if (names(text, version.label)) {
        return Optional.of(version);
      }
    }
    return Optional.empty();
  }

  private static boolean names(String text, String label) {
    int at = text.indexOf(label);
    if (at < 0) {
      return false;
    }
    boolean startsNumber =
        at == 0 || (!Character.isDigit(text.charAt(at - 1)) && text.charAt(at - 1) != '.');
    int end = at + label.length();
    return startsNumber && (end == text.length() || !Character.isDigit(text.charAt(end)));
  }
}
