package dev.opensipsmcp.mi.internal.event;

import java.util.OptionalLong;

/** A socket that hands what it receives to an {@link Intake}. */
interface Receiver extends AutoCloseable {
  /** {@return the port that it listens on} */
  int port();

  /** {@return how many datagrams the operating system dropped; empty where it does not tell} */
  OptionalLong systemDrops();

  @Override
  void close();
}
