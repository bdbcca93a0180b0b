package dev.opensipsmcp.cfg.migrate;

/**
 * A step from one release line to the next.
 *
 * @param from the earlier one
 * @param to the later one
 */
public record Hop(Release from, Release to) {
  /** {@return the step that leads to a release line} */
  static Hop to(Release release) {
    return new Hop(Release.values()[release.ordinal() - 1], release);
  }

  @Override
  public String toString() {
    return from + " to " + to;
  }
}
