package dev.opensipsmcp.lab;

import dev.opensipsmcp.facts.Version;
import java.net.URI;

/** A running stand-in for an OpenSIPS node, on loopback. */
public interface LabNode extends AutoCloseable {

  /**
   * Starts a node with the demonstration's calls: dialogs of many ages and states, one of them nine
   * hours old, and B2B sessions.
   *
   * @param version 3.6 or 4.0
   * @return the running node, its ports chosen by the system
   */
  static LabNode start(Version version) {
    throw new UnsupportedOperationException("not built yet: " + version);
  }

  /** {@return the address of its MI over HTTP, for example {@code http://127.0.0.1:PORT/mi}} */
  URI miUrl();

  /** Stops it. */
  @Override
  void close();
}
