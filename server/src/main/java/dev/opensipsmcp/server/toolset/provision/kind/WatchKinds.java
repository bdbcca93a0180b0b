package dev.opensipsmcp.server.toolset.provision.kind;

import dev.opensipsmcp.server.toolset.provision.Entity;
import dev.opensipsmcp.server.toolset.provision.Reference;
import dev.opensipsmcp.server.toolset.provision.Verb;
import java.util.List;

/** Thresholds: of calls that look like fraud, and of gateways' quality. */
final class WatchKinds {
  private WatchKinds() {}

  static Entity fraud() {
    return Entity.of("fraud_rule", "provisioning", "fraud_detection", "fraud_detection")
        .is("fraud rule", "fraud rules", "thresholds of calls per caller and prefix")
        .needsNumber("profileid", "Profile that the script names", 0, Integer.MAX_VALUE)
        .needs("prefix", "Leading digits of called numbers")
        .text("start_hour", "From, as 00:00")
        .text("end_hour", "Until, as 23:59")
        .more()
        .text("daysoftheweek", "Days, as Mon-Fri,Sun")
        .number("cpm_warning", "Calls per minute that warn; 0 none", 0, Integer.MAX_VALUE)
        .number("cpm_critical", "Calls per minute that alarm; 0 none", 0, Integer.MAX_VALUE)
        .number(
            "call_duration_warning", "Seconds of one call that warn; 0 none", 0, Integer.MAX_VALUE)
        .number(
            "call_duration_critical",
            "Seconds of one call that alarm; 0 none",
            0,
            Integer.MAX_VALUE)
        .number(
            "total_calls_warning", "Calls in the interval that warn; 0 none", 0, Integer.MAX_VALUE)
        .number(
            "total_calls_critical",
            "Calls in the interval that alarm; 0 none",
            0,
            Integer.MAX_VALUE)
        .number("concurrent_calls_warning", "Calls at once that warn; 0 none", 0, Integer.MAX_VALUE)
        .number(
            "concurrent_calls_critical", "Calls at once that alarm; 0 none", 0, Integer.MAX_VALUE)
        .number(
            "sequential_calls_warning",
            "Calls in a row to one number that warn; 0 none",
            0,
            Integer.MAX_VALUE)
        .number(
            "sequential_calls_critical",
            "Calls in a row to one number that alarm; 0 none",
            0,
            Integer.MAX_VALUE)
        .alias(Verb.LIST, "fraud_list_rules")
        .alias(Verb.CREATE, "fraud_add_rule")
        .alias(Verb.UPDATE, "fraud_update_rule")
        .alias(Verb.DELETE, "fraud_delete_rule")
        .asked(
            Verb.LIST,
            "Which fraud rules are stored in profile 1?",
            "List the rows of fraud_detection",
            "List fraud thresholds in the database")
        .asked(
            Verb.GET,
            "Get fraud rule 3 with its thresholds",
            "How many calls per minute does fraud rule 3 allow?",
            "Get one row of fraud_detection")
        .asked(
            Verb.CREATE,
            "Add a fraud rule for prefix 900",
            "Create a fraud rule that warns at ten calls per minute",
            "Put thresholds for premium numbers into a fraud profile")
        .asked(
            Verb.UPDATE,
            "Change the thresholds of fraud rule 3",
            "Update the hours of a fraud rule",
            "Update a row of fraud_detection")
        .asked(
            Verb.DELETE,
            "Delete fraud rule 3",
            "Remove a row from fraud_detection",
            "Delete the fraud thresholds of a prefix")
        .entity();
  }

  static Entity quality() {
    return Entity.of("qrouting_profile", "provisioning", "qr_profiles", "qrouting")
        .is(
            "qrouting profile",
            "qrouting profiles",
            "thresholds of call quality, and their price in weight")
        .key("profile_name")
        .needs("profile_name", "Name for people; rules use the row number")
        .decimal("warn_threshold_asr", "Answered share to warn under, 0 to 1; -1 off", false)
        .more()
        .decimal("crit_threshold_asr", "Answered share too low, 0 to 1; -1 off", false)
        .decimal("warn_threshold_ccr", "Completed share to warn under, 0 to 1; -1 off", false)
        .decimal(
            "warn_threshold_pdd",
            "Delay until it rings in ms to warn above; -1 warns always",
            false)
        .decimal(
            "warn_threshold_ast", "Time until answered in ms to warn above; -1 warns always", false)
        .decimal("warn_threshold_acd", "Call duration in s to warn under; -1 off", false)
        .decimal("crit_threshold_ccr", "Completed share too low, 0 to 1; -1 off", false)
        .decimal(
            "crit_threshold_pdd", "Delay until it rings in ms too high; -1 is always so", false)
        .decimal("crit_threshold_ast", "Time until answered in ms too high; -1 is always so", false)
        .decimal("crit_threshold_acd", "Call duration in s too low; -1 off", false)
        .decimal("warn_penalty_asr", "Factor on its weight when the ASR warns, 0 to 1", false)
        .decimal("warn_penalty_ccr", "Factor on its weight when the CCR warns, 0 to 1", false)
        .decimal("warn_penalty_pdd", "Factor on its weight when the PDD warns, 0 to 1", false)
        .decimal("warn_penalty_ast", "Factor on its weight when the AST warns, 0 to 1", false)
        .decimal("warn_penalty_acd", "Factor on its weight when the ACD warns, 0 to 1", false)
        .decimal("crit_penalty_asr", "Factor on its weight when the ASR is bad, 0 to 1", false)
        .decimal("crit_penalty_ccr", "Factor on its weight when the CCR is bad, 0 to 1", false)
        .decimal("crit_penalty_pdd", "Factor on its weight when the PDD is bad, 0 to 1", false)
        .decimal("crit_penalty_ast", "Factor on its weight when the AST is bad, 0 to 1", false)
        .decimal("crit_penalty_acd", "Factor on its weight when the ACD is bad, 0 to 1", false)
        .namedIn(Reference.equal("dr_rules", List.of("sort_profile"), List.of("id")))
        .asked(
            Verb.LIST,
            "Which qrouting profiles are stored?",
            "List the rows of qr_profiles",
            "List thresholds of quality based routing in the database")
        .asked(
            Verb.GET,
            "Get a qrouting profile with its thresholds",
            "What penalties does qrouting profile gold have?",
            "Get one row of qr_profiles")
        .asked(
            Verb.CREATE,
            "Add a qrouting profile with an ASR threshold",
            "Create qrouting profile gold",
            "Put quality thresholds for gateways into qr_profiles")
        .asked(
            Verb.UPDATE,
            "Change the ASR threshold of a qrouting profile",
            "Update the penalties of a qrouting profile",
            "Update a row of qr_profiles")
        .asked(
            Verb.DELETE,
            "Delete qrouting profile gold",
            "Remove a row from qr_profiles",
            "Delete a profile of quality based routing")
        .entity();
  }
}
