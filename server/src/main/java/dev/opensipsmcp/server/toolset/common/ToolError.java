package dev.opensipsmcp.server.toolset.common;

import dev.opensipsmcp.server.tool.Outcome;

/** What tools themselves fail with, beside the codes of the gate and of the node's client. */
public enum ToolError {
  ARGUMENTS_INCOMPLETE(
      "The arguments fit the schema, but do not say which thing is meant.",
      "Give what the reply names."),
  ARGUMENTS_WRONG(
      "The arguments fit the schema, but not each other, or not what a node takes; nothing was"
          + " sent.",
      "Change what the reply names."),
  CURSOR_INVALID("The cursor is none that this tool gave.", "Start again without a cursor."),
  DIALOG_NOT_FOUND(
      "The node has no such dialog; it may have ended already.",
      "List the calls in progress with dlg_list."),
  DIALOG_ALREADY_ENDED(
      "The dialog has ended and only waits to be removed.", "Nothing is left to do."),
  DIALOG_AMBIGUOUS(
      "Several dialogs have this Call-ID; nothing was changed.",
      "Give the dialog_id of the one that is meant; the reply names them."),
  DIALOG_MISMATCH(
      "The dialog ID and the Call-ID belong to different calls; nothing was changed.",
      "Give one of the two, or the pair that dlg_list shows."),
  TAG_MISMATCH(
      "The tags are not those of the call; nothing was changed.",
      "Take the tags from dlg_list, or give dialog_id alone."),
  TOO_MANY_DIALOGS(
      "More calls would end than the caller allowed; none ended.",
      "Narrow it to one value of the profile, or allow more."),
  PROFILE_NOT_FOUND(
      "The node has no such dialog profile.",
      "Take one of the names in the reply, or call dlg_get_profiles without arguments."),
  STATISTIC_UNKNOWN(
      "The node counts nothing of that name.",
      "Take one of the names in the reply, or list a group with get_statistics."),
  B2B_WRONG_ARGUMENTS(
      "The arguments fit the schema, but make no order for the node; nothing ran.",
      "Follow the form that the reply names."),
  B2B_SESSION_NOT_FOUND(
      "The node has no such B2B session; it may have ended already.",
      "List the sessions with b2b_list_sessions."),
  B2B_SESSION_ENDED(
      "The session has ended and only waits to be removed.", "Nothing is left to do."),
  B2B_LEG_NOT_READY(
      "The leg to bridge is not answered and joined yet; the node would end the session.",
      "Wait until b2b_list_sessions shows it as bridged, or give the other flag."),
  B2B_BRIDGE_FAILED(
      "The session ended in the attempt to bridge it.",
      "Start a new call with b2b_trigger_scenario if the parties should still talk.",
      true),
  TARGET_NOT_FOUND(
      "The node has nothing of that name or number to change; nothing was changed.",
      "Look with the list that the reply names."),
  TARGET_UNFIT(
      "The target is in a state in which the change would do nothing, or harm; nothing was"
          + " changed.",
      "Do first what the reply names."),
  ROW_NOT_FOUND(
      "The table has no such row; nothing was changed.",
      "List the rows with the tool in the reply."),
  ROW_AMBIGUOUS(
      "Several rows are as the arguments say; nothing was changed.",
      "Give the row's number, one of those in the reply."),
  ROW_UNCHANGED(
      "The row has the given values already, or none were given; nothing was changed.",
      "Look at the row, and give what shall be different."),
  ROW_REFERENCED(
      "Rows of other tables name this one and would point at nothing; nothing was changed.",
      "Change those rows first, or say with force that they may."),
  KNOWN_CRASH(
      "OpenSIPS itself is known to end at this; nothing was sent.",
      "Take the other way that the reply names."),
  NOT_PROVEN(
      "The node accepted the change, but reading it again did not show it.",
      "Look with the tool that the reply names before doing anything else.",
      true),
  EVENTS_NOT_SUBSCRIBED(
      "This server does not receive such events of the node.",
      "Call event_subscribe with a name of event_list, then wait again."),
  EVENTS_NOT_RECEIVABLE(
      "The address at which this server would receive the node's events can't be had.",
      "Ask whoever runs this server to set events under the instance in the configuration."),
  CHANGE_NOT_FOUND(
      "The journal has no such change.",
      "Take an ID of change_list; a change that nothing takes back has none."),
  CHANGE_NOT_REVERTIBLE(
      "The change was taken back already, was never made, or nobody knows how it ended.",
      "Read the target, and set what you want with the tool that the reply names."),
  JOURNAL_UNREADABLE(
      "The journal of changes can't be read.",
      "Ask whoever runs this server to check the rights of its state directory."),
  RELOAD_FAILED(
      "None of the reloads was carried out by the node.",
      "Mend what the reply names, then call again."),
  CLUSTER_COMMAND_REFUSED(
      "The command can't be sent over the cluster; nothing was sent.",
      "Follow the reply, or call the other node itself as an instance of its own."),
  DUMP_TOO_LARGE(
      "The node would hold its MI for long to make the dump; it was not asked.",
      "Take the totals, ask for one user, or say that a large dump is wanted."),
  MI_AMBIGUOUS_COMMAND(
      "The name means several MI commands on this version; nothing was sent.",
      "Give one of the full names in the reply."),
  TIME_INVALID("A time is not ISO 8601.", "Write it as 2026-11-20T08:00:00Z, or a date alone."),
  TIME_RANGE_EMPTY("The range ends before it begins.", "Exchange the two times."),
  AUDIT_UNREADABLE(
      "The audit trail can't be read.",
      "Ask whoever runs this server to check the rights of its state directory."),
  CONFIG_OUTSIDE(
      "The file is outside of the directories where configurations may be read and written.",
      "Take a file that cfg_file_list shows, or have its directory allowed."),
  CONFIG_UNREADABLE(
      "The file is none, no configuration, or can't be read or written.",
      "Take a file that cfg_file_list shows."),
  CONFIG_CHANGED(
      "The file is not as it was when it was read; nothing was written.",
      "Read it again with cfg_file_read, and make the change in what it holds now."),
  CONFIG_FAULTY(
      "OpenSIPS would not start with the new text; the file is as it was.",
      "Mend what the reply names."),
  CONFIG_UNFIT(
      "The configuration is such that the work can't be done, or would do harm; nothing was made.",
      "Do first what the reply names."),
  CONFIG_STUCK(
      "A file was written, was then found wrong, and its former text could not be put back.",
      "Copy the backup that the reply names over the file.",
      true),
  BINARY_MISSING(
      "A program that the work needs (OpenSIPS, m4) is not configured or not installed here.",
      "Use a tool that needs none, or have the program set up."),
  BINARY_REFUSED(
      "The configuration asks the binary for more than it may have; it was not run.",
      "Take out what the reply names."),
  BINARY_FAILED(
      "The binary could not be run, or did not end in time.",
      "Use cfg_check, and ask whoever runs this server about the binary."),
  CAPTURE_OUTSIDE(
      "The file is outside of the directories where captures may be read and written.",
      "Take a file that capture_list_files shows, or have its directory allowed."),
  CAPTURE_UNREADABLE(
      "The file is none, no capture, or can't be read.",
      "Take a file that capture_list_files shows."),
  CAPTURE_TOO_LARGE(
      "The capture has more bytes than one read of this server carries.",
      "Copy the file from the host, or export single calls of it."),
  CAPTURE_NOT_WRITTEN(
      "No capture was written: the file exists, no message was found, or the disk refused.",
      "Follow the reply; give a new name in a directory that exists."),
  SNAPSHOT_OUTSIDE(
      "The file or directory is outside of those where snapshots may be.",
      "Take a file that snapshot_list shows, or have the directory allowed."),
  SNAPSHOT_UNREADABLE(
      "The file is none, no snapshot, or damaged.",
      "Take a file that snapshot_list shows, or capture a new one."),
  SNAPSHOT_NOT_WRITTEN(
      "The disk refused to write or delete a snapshot.",
      "Look at the directory's rights and at the space on its disk."),
  LOG_OUTSIDE(
      "The file is outside of the directories whose logs may be read.",
      "Take a file that log_list_files shows, or have its directory allowed."),
  LOG_UNREADABLE(
      "The file is none, no text, or can't be read.",
      "Take a file that log_list_files shows, or give the lines as text."),
  RELAY_NOT_CONFIGURED(
      "No media relay is configured that can be asked.",
      "Ask whoever runs this server to set relays in its file."),
  RELAY_UNREACHABLE(
      "The media relay did not answer in time.",
      "Check that it runs, and that nothing filters its control port."),
  RELAY_CALL_NOT_FOUND(
      "The media relay carries no such call.",
      "Take a Call-ID that relay_list_calls shows; another relay may carry it."),
  RELAY_REFUSED(
      "The media relay refused, or what answered is none.",
      "Check the relay's address and its log."),
  LIVE_NOT_RECEIVABLE(
      "The address at which this server would receive copies of messages can't be had, or the node"
          + " can't reach it; nothing was changed.",
      "Ask whoever runs this server to set hep.listen and hep.advertise in its file."),
  LIVE_TRACE_REFUSED(
      "The node did not take the trace as it was asked for; it was stopped again where it had"
          + " begun.",
      "Check that modules tracer and proto_hep are loaded, and look with trace_get_status.",
      true),
  RECORDING_NOT_ALLOWED(
      "No program may record here, not that interface, or there is no directory for its file.",
      "Ask whoever runs this server to set captures.program, captures.interfaces and"
          + " captures.directories."),
  RECORDING_FAILED(
      "The recording program could not be run, or ended with an error.",
      "Follow what the reply says of the program's words."),
  EVIDENCE_NOT_CONFIGURED(
      "Neither a Homer server nor a capture is there to be asked.",
      "Give path, a file that capture_list_files shows, or have homer set up."),
  EVIDENCE_NOT_FOUND(
      "The place that was asked keeps nothing of that kind.",
      "Follow the reply: widen the time, or look elsewhere."),
  HOMER_UNREACHABLE(
      "The Homer server did not answer, or its answer broke off.",
      "Check that it runs; narrow the time when it is slow."),
  HOMER_UNAUTHORIZED(
      "The Homer server does not accept the credentials.",
      "Have homer.user and its password, or homer.token, checked."),
  HOMER_REFUSED(
      "The Homer server refused, answered too much, or is none.",
      "Follow the reply: narrow the question, or have homer.url and homer.api checked."),
  BAN_NOT_CONFIGURED(
      "No fail2ban is configured that could be asked.",
      "Ask whoever runs this server to set fail2ban.client."),
  BAN_UNREACHABLE(
      "fail2ban can't be asked: its program or its server is not there.",
      "Check that it runs, and that this server's user may use its socket."),
  BAN_UNKNOWN(
      "fail2ban did not answer in time, or answered too much; a change may have been made.",
      "Look with fail2ban_list_banned before doing anything else."),
  BAN_REFUSED("fail2ban refused, or what answered is none.", "Look into fail2ban's log."),
  ADDRESS_PROTECTED(
      "Banning the address would cut off the service itself; nothing was changed.",
      "Find out what the address is before anything else."),
  TLS_NOT_ALLOWED(
      "The address is neither private nor allowed; nothing was sent.",
      "Take another, or ask whoever runs this server to extend probes.allow."),
  TLS_FAILED(
      "No TLS handshake came about with what is there.",
      "Check the address, and that TLS is spoken on the port."),
  PROBE_NOT_ALLOWED(
      "The target is neither private, nor a configured node's, nor allowed; nothing was sent.",
      "Take another, or ask whoever runs this server to extend probes.allow."),
  PROBE_BUSY(
      "As many probes are running as may run at once; nothing was sent.",
      "Wait until one has ended, then call again."),
  LOAD_NOT_ALLOWED(
      "No load is allowed here, not so much, or not to that target; nothing was sent.",
      "Take less or another target, or ask whoever runs this server to set load in its file."),
  LOAD_BUSY(
      "A load runs already; nothing was sent.",
      "Wait for it with load_get_status, or end it with load_stop."),
  LOAD_FAILED(
      "SIPp could not be run, or ended without having counted anything.",
      "Follow what the reply says of SIPp's words.",
      true),
  LOAD_NOT_FOUND(
      "There is no such run, scenario or result.",
      "Take one that load_get_status, sipp_list_scenarios or bench_summary shows."),
  SCENARIO_REFUSED(
      "The scenario could start programs, send files or turn to another address; it was not run.",
      "Take out what the reply names."),
  CARD_NOT_FOUND(
      "The version has nothing of that id to read.", "Take an id that docs_search shows."),
  TOOL_NOT_FOUND(
      "No tool of that name is there for the caller.",
      "Take one of the names in the reply, or look with tool_search.");

  private final String meaning;
  private final String nextStep;
  private final boolean afterChange;

  ToolError(String meaning, String nextStep) {
    this(meaning, nextStep, false);
  }

  ToolError(String meaning, String nextStep, boolean afterChange) {
    this.meaning = meaning;
    this.nextStep = nextStep;
    this.afterChange = afterChange;
  }

  /** {@return what it means in general, one sentence} */
  public String meaning() {
    return meaning;
  }

  /** {@return what to do in general, one sentence; a failure says it more exactly} */
  public String nextStep() {
    return nextStep;
  }

  /** {@return whether it comes up only after something may have changed} */
  public boolean afterChange() {
    return afterChange;
  }

  /**
   * {@return the failure of one call}
   *
   * @param cause what is wrong in this call, one sentence
   * @param next what to do about it, one sentence
   */
  public Outcome.Failure failure(String cause, String next) {
    return new Outcome.Failure(name(), cause, next, afterChange);
  }
}
