package dev.opensipsmcp.sip.internal.homer;

import dev.opensipsmcp.sip.trace.TraceError;

/** That a server could not answer; becomes a result at the border. */
final class HomerFailure extends Exception {
  private static final long serialVersionUID = 1L;
  private final transient TraceError error;

  HomerFailure(TraceError.Kind kind, String message, String next) {
    super(message, null, false, false);
    this.error = new TraceError(kind, message, next);
  }

  TraceError error() {
    return error;
  }
}
