package dev.opensipsmcp.server.gate;

/** Takes what went wrong inside the server, for its log; callers only see the call's number. */
@FunctionalInterface
public interface Incidents {

  /**
   * Reports a fault.
   *
   * @param callId the call's number in the audit trail
   * @param trace what happened where, without secrets
   */
  void report(String callId, String trace);
}
