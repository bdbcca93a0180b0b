package dev.opensipsmcp.server.ratelimit;

/**
 * How often something may happen.
 *
 * @param perSecond in the long run; above 0
 * @param burst at once after a pause; at least 1
 */
public record Rate(double perSecond, int burst) {
  public Rate {
    if (!(perSecond > 0) || burst < 1) {
      throw new IllegalArgumentException(
          "A rate needs more than 0 per second and a burst of at least 1");
    }
  }
}
