package dev.opensipsmcp.server.toolset.protection;

import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.lever.Lever;

/** The counters and profiles of module fraud_detection. */
final class FraudTools {
  private static final String MODULE = "fraud_detection";

  private FraudTools() {}

  static Tool stats() {
    return Lever.read("fraud_get_stats", ProtectionToolset.NAME, "Fraud counters")
        .what("Get the fraud counters of one user towards one prefix.")
        .useWhen("Use when a user may be abused for expensive calls.")
        .notFor("Not for pipes; use `ratelimit_status`.")
        .returns("Returns one object; a user without counted calls is an error 404.")
        .sends("show_fraud_stats", MODULE)
        .required("user", Schema.text("User, as the script counts it").longest(255))
        .required(
            "prefix",
            Schema.text("Prefix of a fraud rule, as in its table").longest(64).examples("+1900"))
        .answer(
            Schema.object(
                "The counters of the present interval",
                Schema.optional("cpm", Schema.integer("Calls per minute")),
                Schema.optional("total_calls", Schema.integer("Calls in the interval")),
                Schema.optional("concurrent_calls", Schema.integer("Calls at once")),
                Schema.optional("seq_calls", Schema.integer("Calls in a row to one number"))))
        .aliases("fraud_stats", "show_fraud_stats")
        .examples(
            "How many calls did alice make to +1900 numbers?",
            "Show the fraud statistics of user1 for prefix 44",
            "Is this subscriber making too many premium calls per minute?")
        .tool();
  }

  static Tool reload() {
    return Lever.change("fraud_reload", ProtectionToolset.NAME, "Reload fraud rules")
        .what("Reload the fraud rules from the database.")
        .useWhen("Use when rows of the fraud table were changed.")
        .notFor("Not for counters; use `fraud_get_stats`.")
        .effects(
            "Effects: new calls are held against the new rules; calls in progress go on. Undo: put"
                + " the rows back and reload again.")
        .returns("Returns the node's answer; MI can't list the rules.")
        .sends("fraud_reload", MODULE)
        .risk(Risk.REVERSIBLE)
        .summary("Reload the fraud rules from the database.")
        .plans("New calls are held against the rules that are in the database now.")
        .noUndo("Put the old rows back into the database and reload again.")
        .examples(
            "Reload the fraud detection rules",
            "I changed a fraud profile, activate it",
            "Make the node read the fraud table again")
        .tool();
  }
}
