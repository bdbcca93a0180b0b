package dev.opensipsmcp.server.gate;

import dev.opensipsmcp.server.tool.MiReads;
import dev.opensipsmcp.server.tool.MiWrites;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Rights;
import dev.opensipsmcp.server.tool.WritePorts;

/** What work can reach. An object that reads has no way to become one that writes. */
final class Ports {
  private Ports() {}

  /** For work that only reads. */
  static final class Reading implements ReadPorts {
    private final Invocation invocation;
    private final MiReads mi;

    Reading(Invocation invocation, MiReads mi) {
      this.invocation = invocation;
      this.mi = mi;
    }

    @Override
    public MiReads mi() {
      return mi;
    }

    @Override
    public Rights rights() {
      return invocation.rights();
    }

    @Override
    public void progress(double done, double total, String message) {
      invocation.channel().progress(done, total, message);
    }

    @Override
    public boolean cancelled() {
      return invocation.channel().cancelled();
    }
  }

  /** For work that changes something and passed the gate for it. */
  static final class Writing implements WritePorts {
    private final Reading reading;
    private final MiWrites writes;

    Writing(Reading reading, MiWrites writes) {
      this.reading = reading;
      this.writes = writes;
    }

    @Override
    public MiWrites miWrites() {
      return writes;
    }

    @Override
    public MiReads mi() {
      return reading.mi();
    }

    @Override
    public Rights rights() {
      return reading.rights();
    }

    @Override
    public void progress(double done, double total, String message) {
      reading.progress(done, total, message);
    }

    /** Never: a change that began is not withdrawn, and the reads that prove it must be whole. */
    @Override
    public boolean cancelled() {
      return false;
    }

    @Override
    public boolean withdrawn() {
      return reading.cancelled();
    }
  }
}
