package dev.opensipsmcp.sip.ladder;

import java.util.List;

/**
 * What a hop changed in a message.
 *
 * @param in the number of the message as it came
 * @param out the number of the message as it went on
 * @param hop index of the participant in between
 * @param changes what differs, headers first, in the order of the message that came
 */
public record HopChange(int in, int out, int hop, List<Change> changes) {
  public HopChange {
    changes = List.copyOf(changes);
  }

  /** Sorts of differences. */
  public enum Kind {
    ADDED,
    REMOVED,
    CHANGED
  }

  /**
   * A difference. Secrets are masked: digest responses, keys of SDES, passwords of ICE, passwords
   * in URIs.
   *
   * @param kind what sort
   * @param where the header's name, {@code start line}, {@code SDP} or {@code body}
   * @param before the value as it came; empty where it was added
   * @param after the value as it went on; empty where it was removed
   */
  public record Change(Kind kind, String where, String before, String after) {}
}
