package dev.opensipsmcp.server.toolset.dialog;

import dev.opensipsmcp.server.tool.Schema;

/** The parameters and columns that several dialog tools share. */
final class DialogParameters {
  static final Schema.Property DIALOG_ID =
      Schema.optional(
          "dialog_id", Schema.text("Dialog ID as dlg_list shows it").examples("591.2919274"));
  static final Schema.Property CALLID = Schema.optional("callid", Schema.text("SIP Call-ID"));
  static final Schema.Property FROM_TAG = Schema.optional("from_tag", Schema.text("Caller's tag"));
  static final Schema.Property TO_TAG = Schema.optional("to_tag", Schema.text("Callee's tag"));

  private DialogParameters() {}

  /** {@return the columns of a dialog's line} */
  static Schema row() {
    return Schema.object(
        "One dialog",
        Schema.required("dialog_id", Schema.text("Dialog ID, two hexadecimal numbers")),
        Schema.required("callid", Schema.text("SIP Call-ID")),
        Schema.required(
            "state",
            Schema.text("confirmed is a call in progress, deleted one that only waits for removal")
                .oneOf(
                    "unknown", "unconfirmed", "early", "confirmed_no_ack", "confirmed", "deleted")),
        Schema.optional("age_s", Schema.integer("Seconds since the answer; absent before it")),
        Schema.optional("started", Schema.text("Time of the answer, ISO 8601, UTC")),
        Schema.optional(
            "ends_in_s", Schema.integer("Seconds until its lifetime ends it; negative if overdue")),
        Schema.required("caller", Schema.text("From URI")),
        Schema.required("callee", Schema.text("To URI")),
        Schema.required("from_tag", Schema.text("The caller's tag")),
        Schema.optional("to_tag", Schema.text("The first callee leg's tag")));
  }
}
