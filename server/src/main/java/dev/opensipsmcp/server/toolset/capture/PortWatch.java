package dev.opensipsmcp.server.toolset.capture;

import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.sip.trace.Watch;

/**
 * Tells the caller how far reading is, percent by percent, and ends it when the caller withdraws.
 */
final class PortWatch implements Watch {
  private final ReadPorts ports;
  private int told = -1;

  PortWatch(ReadPorts ports) {
    this.ports = ports;
  }

  @Override
  public void progress(double done, double total) {
    int percent = total > 0 ? (int) (100 * done / total) : 0;
    if (percent != told) {
      told = percent;
      ports.progress(done, total, "bytes of the capture");
    }
  }

  @Override
  public boolean cancelled() {
    return ports.cancelled();
  }
}
