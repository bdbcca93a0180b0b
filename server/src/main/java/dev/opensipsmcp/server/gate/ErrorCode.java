package dev.opensipsmcp.server.gate;

/** What the gate itself can refuse, or report, with. Tools and nodes have further codes. */
public enum ErrorCode {
  UNKNOWN_TOOL("No tool has that name or alias."),
  TOOL_NOT_ENABLED("The caller is held to other toolsets than this tool's."),
  SCOPE_MISSING("The caller's role lacks the scope that the call needs."),
  INVALID_ARGUMENTS("The arguments do not fit the tool's input schema; nothing ran."),
  ARGUMENTS_TOO_LARGE("The arguments are too long or nested too deep; nobody looked into them."),
  UNKNOWN_INSTANCE("No node of that name is configured."),
  RATE_LIMITED("The caller makes more calls than it may; nothing ran."),
  POLICY_DENIED("The policy denies calls of this kind to the caller's role."),
  APPROVAL_REQUIRED("A person has to approve the call outside; nothing ran yet."),
  APPROVAL_DECLINED("A person declined the call; nothing ran."),
  APPROVAL_UNAVAILABLE("Approvals can't be stored, so nobody could be asked; nothing ran."),
  TOO_MANY_APPROVALS("Too many questions of the caller wait for an answer; nothing ran."),
  PLAN_CHANGED("The target changed after a person approved; the approval is void, nothing ran."),
  AUDIT_UNAVAILABLE("The intent could not be written to the audit trail; nothing ran."),
  OUTCOME_UNKNOWN("The change may or may not have taken place. It is never repeated by itself."),
  DEADLINE_EXCEEDED("Reading took longer than a call may take."),
  CANCELLED("The caller withdrew the call while it was reading."),
  INTERNAL_ERROR("The server has a fault; its log has the details under the call's number.");

  private final String meaning;

  ErrorCode(String meaning) {
    this.meaning = meaning;
  }

  /** {@return what it means, one or two sentences} */
  public String meaning() {
    return meaning;
  }

  GateReply.Failed failed(String cause, String nextStep) {
    return new GateReply.Failed(name(), cause, nextStep);
  }
}
