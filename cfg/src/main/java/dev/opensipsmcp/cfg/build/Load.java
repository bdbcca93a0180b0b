package dev.opensipsmcp.cfg.build;

/**
 * The load that a node shall carry, and the host it runs on.
 *
 * @param cores processor cores, 1 to 512
 * @param memoryMb memory of the host that OpenSIPS may use, in megabytes, 64 to 1048576
 * @param callsPerSecond new calls a second at the busy hour, 0 to 100000
 * @param concurrentCalls calls that last at the same time, 0 to 10000000
 * @param registrations registered contacts, 0 to 100000000
 * @param connections lasting TCP, TLS or WebSocket connections, 0 to 10000000
 */
public record Load(
    int cores,
    int memoryMb,
    int callsPerSecond,
    int concurrentCalls,
    int registrations,
    int connections) {
  /**
   * @throws IllegalArgumentException if a figure is out of its range
   */
  public Load {
    check("cores", cores, 1, 512);
    check("memoryMb", memoryMb, 64, 1_048_576);
    check("callsPerSecond", callsPerSecond, 0, 100_000);
    check("concurrentCalls", concurrentCalls, 0, 10_000_000);
    check("registrations", registrations, 0, 100_000_000);
    check("connections", connections, 0, 10_000_000);
  }

  private static void check(String name, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(name + " must be from " + least + " to " + most);
    }
  }
}
