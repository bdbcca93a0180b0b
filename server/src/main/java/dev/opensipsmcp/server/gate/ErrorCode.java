package dev.opensipsmcp.server.gate;

/** What the gate itself can refuse, or report, with. Tools and nodes have further codes. */
public enum ErrorCode {
  UNKNOWN_TOOL(
      "No tool has that name or alias.",
      "Take one of the names in the reply, or look with tool_search."),
  TOOL_GONE(
      "The earlier server had a tool of that name for a command that no OpenSIPS has.",
      "Use the tools that the reply names."),
  TOOL_NOT_ENABLED(
      "The caller is held to other toolsets than this tool's.",
      "Ask whoever runs this server to enable the toolset for the caller."),
  SCOPE_MISSING(
      "The caller's role lacks the scope that the call needs.",
      "Ask whoever runs this server for a role that has the scope."),
  INVALID_ARGUMENTS(
      "The arguments do not fit the tool's input schema; nothing ran.",
      "Correct what the reply names; tool_describe shows the schema."),
  ARGUMENTS_TOO_LARGE(
      "The arguments are too long or nested too deep; nobody looked into them.",
      "Send less at once."),
  UNKNOWN_INSTANCE("No node of that name is configured.", "Take one of the names in the reply."),
  INSTANCE_LIMITED(
      "The node's max_role lets nobody do what the call asks for there; nothing ran.",
      "Use another node, or ask whoever runs this server about the node's max_role."),
  RATE_LIMITED(
      "The caller makes more calls than it may; nothing ran.",
      "Call again after the time in the reply."),
  POLICY_DENIED(
      "The policy denies calls of this kind to the caller's role.",
      "Ask whoever runs this server, or look for a tool that does less."),
  APPROVAL_REQUIRED(
      "A person has to approve the call outside; nothing ran yet.",
      "Ask the person to run the command in the reply, then make the same call again."),
  APPROVAL_DECLINED(
      "A person declined the call; nothing ran.",
      "Do not repeat it; ask the person what to do instead."),
  APPROVAL_UNAVAILABLE(
      "Approvals can't be stored, so nobody could be asked; nothing ran.",
      "Ask whoever runs this server to make its state directory writable."),
  TOO_MANY_APPROVALS(
      "Too many questions of the caller wait for an answer; nothing ran.",
      "Wait until some are answered or have lapsed."),
  PLAN_CHANGED(
      "The target changed after a person approved; the approval is void, nothing ran.",
      "Make the same call again; a person is asked about the target as it is now."),
  TARGET_MOVED(
      "The target is no longer as the change left it, so it was not taken back.",
      "Look who moved it with change_list, and set what you want."),
  AUDIT_UNAVAILABLE(
      "The intent could not be written to the audit trail; nothing ran.",
      "Ask whoever runs this server to make its state directory writable."),
  OUTCOME_UNKNOWN(
      "The change may or may not have taken place. It is never repeated by itself.",
      "Read the target's state before doing anything else."),
  DEADLINE_EXCEEDED(
      "Reading took longer than a call may take.",
      "Ask for less at once, or again when the node is less busy."),
  CANCELLED(
      "The caller withdrew the call while it was reading or planning; nothing was changed.",
      "Call again if needed."),
  INTERNAL_ERROR(
      "The server has a fault; its log has the details under the call's number.",
      "Tell whoever runs this server the call's number.");

  private final String meaning;
  private final String nextStep;

  ErrorCode(String meaning, String nextStep) {
    this.meaning = meaning;
    this.nextStep = nextStep;
  }

  /** {@return what it means, one or two sentences} */
  public String meaning() {
    return meaning;
  }

  /** {@return what to do in general, one sentence; a reply says it more exactly} */
  public String nextStep() {
    return nextStep;
  }

  GateReply.Failed failed(String cause, String next) {
    return new GateReply.Failed(name(), cause, next);
  }
}
