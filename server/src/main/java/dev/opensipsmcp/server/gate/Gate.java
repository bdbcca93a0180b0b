package dev.opensipsmcp.server.gate;

/** The one gate. There is no other way to a tool's work. */
public interface Gate {

  /**
   * Takes a call through identity, rights, argument check, risk, approval, audit, work, redaction
   * and budget.
   *
   * @param invocation the call
   * @return what came of it; never an exception for anything a caller can cause
   */
  GateReply pass(Invocation invocation);
}
