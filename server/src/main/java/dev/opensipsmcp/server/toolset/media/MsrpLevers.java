package dev.opensipsmcp.server.toolset.media;

import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.lever.Lever;
import dev.opensipsmcp.server.toolset.lever.Loaded;
import dev.opensipsmcp.server.toolset.lever.StateRead;
import dev.opensipsmcp.server.toolset.lever.States;
import java.util.List;
import java.util.Map;

/** The tools for message sessions: modules msrp_ua and msrp_gateway. */
final class MsrpLevers {
  private static final String UA_LIST = "msrp_ua_list_sessions";
  private static final String GATEWAY_LIST = "msrp_gw_list_sessions";
  private static final Schema PARTY = Schema.text("SIP URI").matching("^sips?:\\S+$");

  private MsrpLevers() {}

  static List<Tool> tools() {
    return List.of(endBridged(), listBridged(), end(), list(), send(), start());
  }

  private static StateRead session(String command, String member, String argument) {
    return States.row(
        command,
        States.nothing(),
        "[]",
        (row, arguments) -> row.text(member).equals(arguments.text(argument)),
        Map.of(argument, member));
  }

  private static Tool listBridged() {
    return Lever.read(GATEWAY_LIST, "media", "MSRP gateway sessions")
        .what("List the sessions that the gateway bridges between SIP MESSAGE and MSRP.")
        .useWhen("Use when chat between MESSAGE and MSRP clients does not get through.")
        .notFor("Not for the node's own MSRP ends; use `msrp_ua_list_sessions`.")
        .returns("Returns a page of sessions.")
        .sends(GATEWAY_LIST, "msrp_gateway")
        .rows("[]")
        .column("key", "key", Schema.text("Session key"))
        .column("to", "msg_side_to", Schema.text("To URI on the MESSAGE side"))
        .column("uri", "msg_side_ruri", Schema.text("Request URI on the MESSAGE side"))
        .column("session_id", "msrp_ua_session_id", Schema.text("Session on the MSRP side"))
        .examples(
            "Which MSRP gateway sessions are open?",
            "Who chats through the MESSAGE to MSRP gateway?",
            "List msrp_gateway sessions")
        .tool();
  }

  private static Tool endBridged() {
    return Lever.change("msrp_gw_end_session", "media", "End an MSRP gateway session")
        .sends("msrp_gw_end_session", "msrp_gateway")
        .also(GATEWAY_LIST, "msrp_gateway")
        .what("End a session that the gateway bridges between SIP MESSAGE and MSRP.")
        .useWhen("Use when such a session hangs or must stop.")
        .notFor("Not for sessions without the gateway; use `msrp_ua_end_session`.")
        .effects("Effects: the MSRP side gets a BYE; the next MESSAGE opens a new one. No undo.")
        .returns("Returns the session before and after.")
        .risk(Risk.DISRUPTIVE)
        .required("key", Schema.text("Session key as listed").matching("."))
        .mustExist("List the sessions with msrp_gw_list_sessions.")
        .summary("End gateway session {key}.")
        .plans("The chat stops until somebody writes again.")
        .noUndo("The parties have to write again.")
        .state(session(GATEWAY_LIST, "key", "key"))
        .proof((_, after) -> !States.exists(after))
        .examples(
            "End MSRP gateway session gw-1",
            "Close the bridged chat session",
            "Stop a MESSAGE to MSRP session that hangs")
        .tool();
  }

  private static Tool list() {
    return Lever.read(UA_LIST, "media", "MSRP sessions of the node")
        .what("List the MSRP sessions that the node holds as a user agent.")
        .useWhen("Use when you need a session's ID, peer or remaining lifetime.")
        .notFor("Not for which MESSAGE party belongs to it; use `msrp_gw_list_sessions`.")
        .returns("Returns a page of sessions.")
        .sends(UA_LIST, "msrp_ua")
        .rows("[]")
        .column("session_id", "session_id", Schema.text("Session ID"))
        .column("type", "type", Schema.text("UAS: the peer called; UAC: the node called"))
        .column("handler", "handler", Schema.text("Module that owns it"))
        .column("dlg_state", "dlg_state", Schema.integer("State of its SIP dialog"))
        .column("peer_path", "peer_path", Schema.text("MSRP address of the peer"))
        .column("lifetime", "lifetime", Schema.integer("Seconds left"))
        .column("b2b_key", "b2b_key", Schema.text("Its B2B entity"))
        .examples(
            "Which MSRP sessions are open?",
            "Show msrp_ua sessions",
            "How long does this MSRP session live?")
        .tool();
  }

  private static Tool end() {
    return Lever.change("msrp_ua_end_session", "media", "End an MSRP session")
        .sends("msrp_ua_end_session", "msrp_ua")
        .also(UA_LIST, "msrp_ua")
        .what("End an MSRP session that the node holds as a user agent.")
        .useWhen("Use when such a session hangs or must stop.")
        .notFor("Not for one that the gateway bridges; use `msrp_gw_end_session`.")
        .effects("Effects: the peer gets a BYE, the chat stops. No undo.")
        .returns("Returns the session before and after.")
        .risk(Risk.DISRUPTIVE)
        .required("session_id", Schema.text("Session ID as listed").matching("."))
        .mustExist("List the sessions with msrp_ua_list_sessions.")
        .summary("End MSRP session {session_id}.")
        .plans("The peer gets a BYE.")
        .noUndo("Start a new one with msrp_ua_start_session.")
        .state(session(UA_LIST, "session_id", "session_id"))
        .examples(
            "End MSRP session 5a1e-02",
            "Hang up an MSRP user agent session",
            "Close the msrp_ua session that hangs")
        .tool();
  }

  private static Tool start() {
    return Lever.change("msrp_ua_start_session", "media", "Start an MSRP session")
        .sends("msrp_ua_start_session", "msrp_ua")
        .also(UA_LIST, "msrp_ua")
        .what("Start an MSRP session: the node invites a party to exchange messages.")
        .useWhen("Use when MSRP should be tried out or a party should get messages this way.")
        .notFor("Not for a message in an open session; use `msrp_ua_send_message`.")
        .effects("Effects: the party gets an INVITE. Undo: by hand, end the new session.")
        .returns("Returns how many sessions there are; the node does not say the new one's ID.")
        .risk(Risk.DISRUPTIVE)
        .notIdempotent()
        .required("from_uri", PARTY)
        .required("to_uri", PARTY)
        .required("ruri", Schema.text("SIP URI to send it to").matching("^sips?:\\S+$"))
        .required(
            "content_types",
            Schema.text("MIME types that may be sent, by blanks").examples("text/plain"))
        .summary("Invite {to_uri} at {ruri} to an MSRP session.")
        .plans("The party gets an INVITE and may refuse it.")
        .noUndo("End the new session with msrp_ua_end_session.")
        .state(Loaded.rows(UA_LIST, States.nothing(), "[]", "session_id"))
        .examples(
            "Start an MSRP session with bob",
            "Invite sip:b@192.0.2.9 to MSRP chat",
            "Open a test MSRP session")
        .tool();
  }

  private static Tool send() {
    return Lever.change("msrp_ua_send_message", "media", "Send an MSRP message")
        .sends("msrp_ua_send_message", "msrp_ua")
        .also(UA_LIST, "msrp_ua")
        .what("Send a message in an MSRP session that the node holds.")
        .useWhen("Use when a party in an open session should read something, or to test it.")
        .notFor("Not for a party without a session; use `msrp_ua_start_session` first.")
        .effects("Effects: the peer gets the message. No undo.")
        .returns("Returns the node's answer; whether it arrived, reports tell the node only.")
        .risk(Risk.DISRUPTIVE)
        .notIdempotent()
        .required("session_id", Schema.text("Session ID as listed").matching("."))
        .required("mime", Schema.text("MIME type").examples("text/plain"))
        .required("body", Schema.text("Message"))
        .mustExist("List the sessions with msrp_ua_list_sessions.")
        .summary("Send a message of type {mime} in MSRP session {session_id}.")
        .plans("The peer shows it, if it takes that type.")
        .noUndo("A message can't be called back.")
        .state(session(UA_LIST, "session_id", "session_id"))
        .examples(
            "Send hello in MSRP session 5a1e-02",
            "Write a text message over MSRP",
            "Test an MSRP session with a message")
        .tool();
  }
}
