package dev.opensipsmcp.server.gate;

import dev.opensipsmcp.server.policy.Verdict;
import java.time.Duration;

/** Refusals that several steps share. */
final class Refusals {
  private Refusals() {}

  static GateReply.Failed tooManyCalls(Duration wait) {
    return ErrorCode.RATE_LIMITED.failed(
        "You call more often than this server allows; nothing ran.",
        "Call again in " + (wait.toMillis() + 1) + " ms.");
  }

  static GateReply.Failed tooLarge(long most) {
    return ErrorCode.ARGUMENTS_TOO_LARGE.failed(
        "The arguments are longer than " + most + " characters, or nested deeper than 32 levels.",
        "Send less at once.");
  }

  static GateReply.Failed noTrail() {
    return ErrorCode.AUDIT_UNAVAILABLE.failed(
        "The audit trail can't be written, so nothing ran.",
        "Ask whoever runs this server to make its state directory writable, then call again.");
  }

  static GateReply.Failed denied(Call call, Verdict verdict) {
    if (call.held()) {
      return Caps.refused(call);
    }
    return ErrorCode.POLICY_DENIED.failed(
        "The policy says "
            + verdict.label()
            + " to role "
            + call.role().label()
            + " for "
            + call.demand().risk().label()
            + " calls of "
            + call.tool().name()
            + ".",
        "Ask whoever runs this server, or look for a tool that does less with tool_search.");
  }
}
