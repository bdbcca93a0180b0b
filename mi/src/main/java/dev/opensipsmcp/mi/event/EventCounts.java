package dev.opensipsmcp.mi.event;

import java.util.OptionalLong;

/**
 * What became of all that arrived since a listener was opened.
 *
 * @param received events that were taken into the buffer
 * @param overwritten how many of these had to make room for newer ones
 * @param undecodable datagrams, or stretches of a stream, that were no notification
 * @param refused datagrams and connections from addresses that are not the node's
 * @param systemDrops datagrams that the operating system dropped before they could be read; empty
 *     where it does not tell
 */
public record EventCounts(
    long received, long overwritten, long undecodable, long refused, OptionalLong systemDrops) {

  /** {@return events that can't be read any more, or never could} */
  public long lost() {
    return overwritten + systemDrops.orElse(0);
  }
}
