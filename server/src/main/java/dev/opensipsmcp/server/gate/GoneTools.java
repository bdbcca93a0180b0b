package dev.opensipsmcp.server.gate;

import java.util.Map;
import java.util.Optional;

/**
 * Names that the earlier server offered for commands that no OpenSIPS has. They are no tools here;
 * whoever calls one is told why, and what to use instead.
 */
final class GoneTools {
  private static final GateReply.Failed AVPS =
      gone(
          "No MI command reaches AVPs: they live only while the script handles a message.",
          "Use dlg_push_var for a variable of a call, or shv_list and shv_set for shared ones.");
  private static final GateReply.Failed LCR =
      gone(
          "OpenSIPS has no module lcr.",
          "Use drouting_test_number for a number's route, drouting_rule_list for the rules, and"
              + " drouting_reload to load them.");

  private static final Map<String, GateReply.Failed> NAMES =
      Map.of(
          "avp_get",
          AVPS,
          "avp_set",
          AVPS,
          "avp_delete",
          AVPS,
          "lcr_dump",
          LCR,
          "lcr_reload",
          LCR,
          "mid_registrar_update",
          gone(
              "No MI command updates the AOR of a mid-registrar.",
              "Use registration_list to see its contacts, ul_add_contact and ul_remove_contact to"
                  + " change them."),
          "topology_hiding_list",
          gone(
              "No MI command tells which dialogs have topology hiding on.",
              "Use dlg_list for the calls, and homer_correlate_callid for the Call-IDs of both"
                  + " sides of one."),
          "pua_list_publications",
          gone(
              "No MI command lists what module pua publishes.",
              "Use presence_list_presentities on the presence server that it publishes to."));

  private GoneTools() {}

  /** {@return the answer to a call of such a name, if it is one} */
  static Optional<GateReply> answer(String name) {
    return Optional.ofNullable(NAMES.get(name));
  }

  private static GateReply.Failed gone(String cause, String next) {
    return ErrorCode.TOOL_GONE.failed(cause, next);
  }
}
