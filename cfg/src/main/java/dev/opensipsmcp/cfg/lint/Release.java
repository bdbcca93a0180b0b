package dev.opensipsmcp.cfg.lint;

import dev.opensipsmcp.facts.Version;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An exact release, for faults that were mended in one.
 *
 * @param major the first number
 * @param minor the second
 * @param patch the third
 */
public record Release(int major, int minor, int patch) implements Comparable<Release> {
  private static final Pattern NUMBERS =
      Pattern.compile("(?:^|[^0-9.])([0-9]{1,4})\\.([0-9]{1,4})\\.([0-9]{1,4})(?![0-9.])");

  /**
   * Finds the release that a text names.
   *
   * @param text a release ({@code 3.6.8}), or what MI {@code version} answers
   * @return the release, or nothing when the text names none exactly
   */
  public static Optional<Release> parse(String text) {
    Matcher numbers = NUMBERS.matcher(text);
    return numbers.find()
        ? Optional.of(
            new Release(
                Integer.parseInt(numbers.group(1)),
                Integer.parseInt(numbers.group(2)),
                Integer.parseInt(numbers.group(3))))
        : Optional.empty();
  }

  /** {@return its release line, where that is known} */
  public Optional<Version> line() {
    return Version.parse(major + "." + minor);
  }

  @Override
  public int compareTo(Release other) {
    return Comparator.comparingInt(Release::major)
        .thenComparingInt(Release::minor)
        .thenComparingInt(Release::patch)
        .compare(this, other);
  }

  @Override
  public String toString() {
    return major + "." + minor + "." + patch;
  }
}
