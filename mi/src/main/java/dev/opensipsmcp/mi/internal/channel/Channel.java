package dev.opensipsmcp.mi.internal.channel;

import dev.opensipsmcp.facts.Version;
import java.time.Duration;

/** One way to a node's MI. Safe for many threads. */
public interface Channel extends AutoCloseable {

  /**
   * Sends a request and waits until its answer begins.
   *
   * @param request one JSON-RPC request
   * @param id its id; an answer with another id is not this request's
   * @param silence how long the node may stay silent
   * @return the answer, to be closed by the caller
   * @throws ChannelException when there is none
   */
  Answer ask(byte[] request, int id, Duration silence) throws ChannelException;

  /**
   * {@return the largest request that a node of this version takes this way, in bytes}
   *
   * @param version the node's version
   */
  int limit(Version version);

  /** {@return which way takes a request that is too large for this one} */
  String wayForLarge();

  /** {@return whether an answer can be lost because a message has a largest size} */
  boolean datagrams();

  /** {@return the node's address, for error texts} */
  String address();

  /** Ends the requests in progress and refuses new ones. */
  @Override
  void close();
}
