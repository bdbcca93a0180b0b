package dev.opensipsmcp.server.toolset.evidence;

import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.sip.trace.Watch;

/**
 * Tells the caller how far a look into a place is, and ends it when the caller withdraws.
 *
 * @param ports the call's ports
 * @param what what is counted
 */
public record CallWatch(ReadPorts ports, String what) implements Watch {
  @Override
  public void progress(double done, double total) {
    ports.progress(done, total, what);
  }

  @Override
  public boolean cancelled() {
    return ports.cancelled();
  }
}
