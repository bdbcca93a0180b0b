package dev.opensipsmcp.mi.internal.datagram;

import dev.opensipsmcp.mi.internal.channel.ChannelException;
import dev.opensipsmcp.mi.internal.channel.ChannelException.Reach;
import dev.opensipsmcp.mi.internal.channel.FixedLimitChannel;

/** What UDP and UNIX datagrams have in common as ways to a node. */
abstract class DatagramChannel extends FixedLimitChannel {
  /** The largest datagram that can arrive. */
  static final int BUFFER = 65_536;

  /** The largest datagram that mi_datagram reads and writes; 4.0's default of socket_buf_size. */
  private static final int LIMIT = 65_457;

  DatagramChannel(String address) {
    super(address, LIMIT, "Split the request; no channel of MI takes larger ones.");
  }

  @Override
  public final boolean datagrams() {
    return true;
  }

  /** {@return the failure of a request whose answer did not come} */
  final ChannelException silent() {
    return new ChannelException(
        Reach.SILENT,
        address() + " sent no answer in time",
        "An answer of more than 65457 bytes does not fit into a datagram: ask for less, or over"
            + " HTTP.");
  }
}
