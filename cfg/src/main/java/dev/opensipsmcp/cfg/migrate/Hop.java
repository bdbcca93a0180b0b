package dev.opensipsmcp.cfg.migrate;

/**
 * A step from one release line to the next.
 *
 * @param from the earlier one
 * @param to the later one
 */
public record Hop(Release from, Release to) {
  @Override
  public String toString() {
    return from + " to " + to;
  }
}
