package dev.opensipsmcp.cfg.internal.migrate;

import static dev.opensipsmcp.cfg.internal.migrate.Rewrites.both;
import static dev.opensipsmcp.cfg.internal.migrate.Rewrites.dropParameter;

import dev.opensipsmcp.cfg.internal.migrate.Step.Rewriter;
import dev.opensipsmcp.cfg.migrate.Release;
import java.util.List;

/** From 3.1 to 3.2. */
final class To32 {
  private static final String TABLES = "export tables of the modules, 3.1.17 and 3.2.19";

  private To32() {}

  static List<Step> steps(Release to) {
    return Steps.of(to)
        .step(
            "tls-library",
            "TLS needs a module with its library since 3.2.",
            "modules tls_mgm and tls_openssl, 3.2.19",
            tlsLibrary(),
            Steps.module("tls_openssl"))
        .step(
            "b2b-scenarios",
            "Scenarios of B2B are routes of the script since 3.2.",
            TABLES,
            both(
                dropParameter(
                    "b2b_logic",
                    "script_scenario",
                    "Scenarios in XML are gone; this one must be written as routes.",
                    "Use b2b_init_request with b2b_logic's routes for requests and replies."),
                dropParameter(
                    "b2b_logic",
                    "extern_scenario",
                    "Scenarios in XML are gone; this one must be written as routes.",
                    "Use b2b_init_request with b2b_logic's routes for requests and replies."),
                dropParameter(
                    "call_center",
                    "b2b_scenario",
                    "Module call_center needs no scenario any more.",
                    "See that calls still reach the agents as they did."),
                dropParameter(
                    "call_center",
                    "b2b_scenario_agent",
                    "Module call_center needs no scenario any more.",
                    "See that calls still reach the agents as they did.")))
        .step(
            "second-password",
            "The second password column of auth_db is gone in 3.2.",
            TABLES,
            dropParameter(
                "auth_db",
                "password_column_2",
                "Users who log in as user@domain had their password here.",
                "Keep their HA1 in password_column."))
        .step(
            "recording",
            "The flags of rtpengine_start_recording come first since 3.2.",
            TABLES,
            Challenges.recording(),
            Steps.function("rtpengine", "rtpengine_start_recording"))
        .step(
            "gone",
            "The parameter is gone in 3.2, and nothing depends on it.",
            TABLES,
            both(
                dropParameter("acc", "acc_created_avp_name"),
                dropParameter("dialog", "event_id_format")))
        .step(
            "sync-mode",
            "Events are never sent in step with the script since 3.2.",
            TABLES,
            both(
                dropParameter("event_rabbitmq", "sync_mode"),
                dropParameter("event_stream", "sync_mode"),
                dropParameter("event_xmlrpc", "sync_mode")))
        .steps();
  }

  private static Rewriter tlsLibrary() {
    return scene -> {
      Script script = scene.script();
      script
          .load("tls_mgm")
          .filter(_ -> !script.loaded("tls_openssl") && !script.loaded("tls_wolfssl"))
          .ifPresent(load -> Rewrites.addModule(scene, load, "tls_openssl"));
    };
  }
}
