package dev.opensipsmcp.lab.internal.event;

import dev.opensipsmcp.facts.Version;
import java.util.ArrayList;
import java.util.List;

/** The events that the node's core and modules can raise, in the order of their ids. */
final class EventNames {
  private static final List<String> BEFORE_CALLS =
      List.of(
          "E_CORE_SR_STATUS_CHANGED",
          "E_CORE_THRESHOLD",
          "E_CORE_SHM_THRESHOLD",
          "E_CORE_PKG_THRESHOLD",
          "E_CORE_PROC_AUTO_SCALE",
          "E_CORE_TCP_DISCONNECT",
          "E_DISPATCHER_STATUS",
          "E_CLUSTERER_REQ_RECEIVED",
          "E_CLUSTERER_RPL_RECEIVED",
          "E_CLUSTERER_NODE_STATE_CHANGED",
          "E_CLUSTERER_SHARING_TAG_CHANGED",
          "E_UL_AOR_INSERT",
          "E_UL_AOR_DELETE",
          "E_UL_CONTACT_INSERT",
          "E_UL_CONTACT_UPDATE",
          "E_UL_CONTACT_DELETE",
          "E_UL_CONTACT_REFRESH",
          "E_UL_LATENCY_UPDATE");

  private static final List<String> REGISTRANT =
      List.of(
          "E_REGISTRANT_REGISTERING",
          "E_REGISTRANT_AUTHENTICATING",
          "E_REGISTRANT_REGISTERED",
          "E_REGISTRANT_REGISTER_TIMEOUT",
          "E_REGISTRANT_INTERNAL_ERROR",
          "E_REGISTRANT_WRONG_CREDENTIALS",
          "E_REGISTRANT_REGISTRAR_ERROR",
          "E_REGISTRANT_UNREGISTERING",
          "E_REGISTRANT_AUTHENTICATING_UNREGISTER");

  private static final List<String> CALLS =
      List.of(
          "E_DLG_STATE_CHANGED",
          "E_ACC_EVENT",
          "E_ACC_CDR",
          "E_ACC_MISSED_EVENT",
          "E_LOAD_BALANCER_STATUS",
          "E_QROUTING_BAD_DST",
          "E_DROUTING_STATUS",
          "E_PIKE_BLOCKED",
          "E_UA_SESSION",
          "E_RTPENGINE_STATUS",
          "E_RTPPROXY_STATUS",
          "E_RTPPROXY_DTMF",
          "E_CALL_TRANSFER",
          "E_CALL_HOLD",
          "E_FRD_WARNING",
          "E_FRD_CRITICAL",
          "E_CALLCENTER_AGENT_REPORT",
          "E_PRESENCE_PUBLISH",
          "E_PRESENCE_EXPOSED",
          "E_MSRP_SESSION_NEW",
          "E_MSRP_SESSION_END",
          "E_MSRP_MSG_RECEIVED",
          "E_MSRP_REPORT_RECEIVED",
          "E_MSRP_GW_SETUP_FAILED",
          "E_FREESWITCH",
          "E_CORE_LOG");

  private EventNames() {}

  static List<String> of(Version version) {
    List<String> names = new ArrayList<>(BEFORE_CALLS);
    if (version == Version.V4_0) {
      names.addAll(REGISTRANT);
    }
    names.addAll(CALLS);
    return List.copyOf(names);
  }
}
