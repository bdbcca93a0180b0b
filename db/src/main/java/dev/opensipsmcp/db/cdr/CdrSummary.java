package dev.opensipsmcp.db.cdr;

import java.util.List;

/**
 * Calls counted.
 *
 * @param total all of them
 * @param groups hours and days in their order, everything else by attempts, most first
 * @param found how many groups there are, of which at most {@value #MOST} are given
 * @param delay what the delay is
 */
public record CdrSummary(CdrFigures total, List<CdrFigures> groups, long found, Delay delay) {
  /** Groups at most. */
  public static final int MOST = 1_000;

  public CdrSummary {
    groups = List.copyOf(groups);
  }

  /** What was taken for the delay of a call. */
  public enum Delay {
    /** Nothing: no column tells. */
    NONE,
    /** From the INVITE to the answer, in seconds: module acc's setuptime. */
    SETUP,
    /** The post-dial delay that a script stored, in the column's unit. */
    PDD
  }
}
