package dev.opensipsmcp.cfg.file;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;

/**
 * How many copies of a file stay beside it. The newest always does, and so do those that somebody
 * claims; of the others those go that are beyond a number or older than an age.
 *
 * @param keep how many of the newest may stay, at least 1
 * @param age how old a copy may become, more than nothing
 * @param claims who else needs copies
 */
public record Retention(int keep, Duration age, Claims claims) {
  /** Nothing goes. */
  public static final Retention EVERYTHING =
      new Retention(Integer.MAX_VALUE, Duration.ofDays(1_000_000), (_, _) -> Set.of());

  /**
   * @throws IllegalArgumentException when no copy could stay
   */
  public Retention {
    if (keep < 1 || !age.isPositive()) {
      throw new IllegalArgumentException("At least one copy stays, for some time");
    }
  }

  /** Knows which copies are still needed, whatever their number and age. */
  @FunctionalInterface
  public interface Claims {
    /**
     * {@return the hashes of those copies, as {@link Stored#hash}}
     *
     * @param file the file
     * @param now the hash of what it holds
     * @throws IOException when that can't be found out; then nothing goes
     */
    Set<String> hashes(Path file, String now) throws IOException;
  }
}
