package dev.opensipsmcp.mi.internal.datagram;

import dev.opensipsmcp.mi.internal.channel.ChannelException;
import dev.opensipsmcp.mi.internal.channel.ChannelException.Reach;

/** What UDP and UNIX datagrams have in common. */
final class Datagrams {
  /** The largest datagram that mi_datagram reads and writes; 4.0's default of socket_buf_size. */
  static final int LIMIT = 65_457;

  /** The largest datagram that can arrive. */
  static final int BUFFER = 65_536;

  static final String WAY_FOR_LARGE = "Split the request; no channel of MI takes larger ones.";

  private Datagrams() {}

  static ChannelException silent(String address) {
    return new ChannelException(
        Reach.SILENT,
        address + " sent no answer in time",
        "An answer of more than 65457 bytes does not fit into a datagram: ask for less, or over"
            + " HTTP.");
  }
}
