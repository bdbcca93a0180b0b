package dev.opensipsmcp.cfg.migrate;

import dev.opensipsmcp.facts.Version;
import java.util.Arrays;
import java.util.Optional;

/** A release line that a configuration may be written for, oldest first. */
public enum Release {
  V2_4("2.4", Optional.empty()),
  V3_0("3.0", Optional.empty()),
  V3_1("3.1", Optional.empty()),
  V3_2("3.2", Optional.of(Version.V3_2)),
  V3_3("3.3", Optional.of(Version.V3_3)),
  V3_4("3.4", Optional.of(Version.V3_4)),
  V3_5("3.5", Optional.of(Version.V3_5)),
  V3_6("3.6", Optional.of(Version.V3_6)),
  V4_0("4.0", Optional.of(Version.V4_0));

  private final String label;
  private final Optional<Version> version;

  Release(String label, Optional<Version> version) {
    this.label = label;
    this.version = version;
  }

  /** {@return the short form, for example {@code 3.0}} */
  public String label() {
    return label;
  }

  /** {@return the version with facts; nothing for those before 3.2} */
  public Optional<Version> version() {
    return version;
  }

  /** {@return this version, or where it has no facts the first later one that has} */
  public Version facts() {
    return version.orElse(Version.V3_2);
  }

  /** {@return the release line of a version} */
  public static Release of(Version version) {
    return Arrays.stream(values())
        .filter(release -> release.version.equals(Optional.of(version)))
        .findFirst()
        .orElseThrow();
  }

  /**
   * Finds a release line.
   *
   * @param label its short form, {@code 2.4}, or a release of it, {@code 2.4.11}
   * @return the line, or nothing when no migration from or to it is known
   */
  public static Optional<Release> parse(String label) {
    return Arrays.stream(values())
        .filter(release -> label.equals(release.label) || label.startsWith(release.label + "."))
        .findFirst();
  }

  @Override
  public String toString() {
    return label;
  }
}
