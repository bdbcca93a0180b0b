package dev.opensipsmcp.cfg.internal.migrate;

import static dev.opensipsmcp.cfg.internal.migrate.Flags.words;
import static dev.opensipsmcp.cfg.internal.migrate.Rewrites.both;
import static dev.opensipsmcp.cfg.internal.migrate.Rewrites.dropParameter;
import static dev.opensipsmcp.cfg.internal.migrate.Steps.setting;

import dev.opensipsmcp.cfg.migrate.Release;
import java.util.List;

/** From 3.3 to 3.4. */
final class To34 {
  private static final String TABLES = "facts of 3.3 and 3.4";
  private static final String FLAGS = "flag names in the modules' source, 3.4.18";

  private To34() {}

  static List<Step> steps(Release to) {
    return Steps.of(to)
        .step(
            "flag-names",
            "Flags are given by name since 3.4; letters stop the start.",
            FLAGS,
            both(
                words("nat_uac_test", 0, FlagWords.NAT_UAC_TEST),
                words("fix_nated_sdp", 0, FlagWords.FIX_NATED_SDP),
                words("t_relay", 0, FlagWords.RELAY),
                words("t_replicate", 1, FlagWords.RELAY),
                words("save", 1, FlagWords.SAVE),
                words("mid_registrar_save", 1, FlagWords.SAVE),
                words("lookup", 1, FlagWords.LOOKUP),
                words("mid_registrar_lookup", 1, FlagWords.LOOKUP)))
        .step(
            "dialog-flags",
            "Flags of dialogs have names since 3.4.",
            TABLES,
            Quotes.on(
                0, "set_dlg_flag", "reset_dlg_flag", "is_dlg_flag_set", "test_and_set_dlg_flag"))
        .step(
            "dialog-values",
            "Values of dialogs are given by variables since 3.4.",
            TABLES,
            DialogValues.rewriter(),
            Steps.variable("$dlg_val"))
        .step(
            "b2b-flags",
            "Module b2b_logic takes its flags by name since 3.4.",
            TABLES,
            both(
                dropParameter(
                    "b2b_logic",
                    "use_init_sdp",
                    "Whether B2B starts with the first SDP is decided per call since 3.4.",
                    "See b2b_init_request, and give the body with b2b_client_new."),
                BtobFlags.rewriter()))
        .step(
            "gone",
            "The parameter is gone in 3.4, and nothing depends on it.",
            TABLES,
            dropParameter("lua", "lua_user_debug"))
        .step(
            "log",
            "Logs go by new names since 3.4; the old ones are gone in 4.0.",
            "grammar of 3.4.18 and 4.0.1",
            LogSettings.rewriter(),
            setting("stderror_enabled"),
            setting("syslog_enabled"),
            setting("syslog_facility"),
            setting("syslog_name"))
        .steps();
  }
}
