package dev.opensipsmcp.lab.internal.state;

import java.util.ArrayList;
import java.util.List;

/** The node's processes. */
public final class Processes {
  private static final int FIRST_PID = 4100;

  private final List<Worker> all;

  /**
   * One process.
   *
   * @param id its number within the node
   * @param pid its number within the system
   * @param type what it does
   */
  public record Worker(int id, int pid, String type) {}

  /**
   * The processes of a node.
   *
   * @param httpPort the port of its MI over HTTP
   */
  public Processes(int httpPort) {
    List<String> types =
        List.of(
            "attendant",
            "MI Datagram",
            "MI FIFO",
            "HTTPD 127.0.0.1:" + httpPort,
            "time_keeper",
            "timer",
            "SIP receiver udp:192.0.2.1:5060",
            "SIP receiver udp:192.0.2.1:5060",
            "SIP receiver udp:192.0.2.1:5060",
            "SIP receiver udp:192.0.2.1:5060",
            "TCP receiver",
            "TCP receiver",
            "Timer handler",
            "TCP main");
    List<Worker> processes = new ArrayList<>();
    for (int id = 0; id < types.size(); id++) {
      processes.add(new Worker(id, FIRST_PID + id, types.get(id)));
    }
    all = List.copyOf(processes);
  }

  /** {@return every process, in order} */
  public List<Worker> all() {
    return all;
  }
}
