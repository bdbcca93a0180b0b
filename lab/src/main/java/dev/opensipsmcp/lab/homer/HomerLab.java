package dev.opensipsmcp.lab.homer;

import dev.opensipsmcp.lab.internal.homer.HomerWire;
import dev.opensipsmcp.lab.internal.homer.V3Desk;
import dev.opensipsmcp.lab.internal.homer.V4Desk;
import dev.opensipsmcp.lab.internal.homer.Warehouse;
import java.net.URI;
import java.util.List;

/**
 * A running stand-in for a Homer server, on loopback. It keeps what it is given and answers as real
 * servers do, traps included. Safe for many threads.
 *
 * <p>The v3 server follows observations of homer-app 1.5.4; the v4 one follows the source of Homer
 * 11. Neither runs SQL: what their queries would find is worked out in memory.
 */
public final class HomerLab implements AutoCloseable {
  private final Warehouse warehouse;
  private final HomerWire wire;

  private HomerLab(HomerLabSettings settings) {
    this.warehouse = new Warehouse(settings);
    this.wire =
        HomerWire.start(
            switch (settings.generation()) {
              case V3 -> new V3Desk(warehouse);
              case V4 -> new V4Desk(warehouse);
            },
            warehouse,
            settings.tls());
  }

  /**
   * Starts a server.
   *
   * @param settings what it is like
   * @return the running server, its port chosen by the system
   */
  public static HomerLab start(HomerLabSettings settings) {
    return new HomerLab(settings);
  }

  /** {@return where it is, for example {@code http://127.0.0.1:PORT}} */
  public URI url() {
    return wire.url();
  }

  /** Keeps a packet. */
  public void keep(HomerPacket packet) {
    warehouse.keep(packet);
  }

  /**
   * Names an address.
   *
   * @param address an IP address
   * @param port its port, or 0 for all
   * @param name the alias
   */
  public void alias(String address, int port, String name) {
    warehouse.alias(address, port, name);
  }

  /**
   * The next requests to a path misbehave.
   *
   * @param path the end of the path, for example {@code /call/transaction}; empty for any
   * @param times how many
   * @param fault how
   */
  public void next(String path, int times, HomerFault fault) {
    wire.next(path, times, fault);
  }

  /** {@return the requests received so far, oldest first} */
  public List<HomerRequest> requests() {
    return wire.requests();
  }

  /** {@return how many requests went to a path that ends so} */
  public long requests(String path) {
    return wire.requests().stream().filter(request -> request.path().endsWith(path)).count();
  }

  /** Stops it and closes every connection. */
  @Override
  public void close() {
    wire.close();
  }
}
