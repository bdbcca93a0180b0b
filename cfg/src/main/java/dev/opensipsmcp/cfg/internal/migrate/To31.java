package dev.opensipsmcp.cfg.internal.migrate;

import static dev.opensipsmcp.cfg.internal.migrate.Rewrites.both;
import static dev.opensipsmcp.cfg.internal.migrate.Rewrites.dropParameter;
import static dev.opensipsmcp.cfg.internal.migrate.Rewrites.renameFunction;
import static dev.opensipsmcp.cfg.internal.migrate.Rewrites.renameModule;
import static dev.opensipsmcp.cfg.internal.migrate.Steps.function;
import static dev.opensipsmcp.cfg.internal.migrate.Steps.module;
import static dev.opensipsmcp.cfg.internal.migrate.Steps.parameter;
import static dev.opensipsmcp.cfg.internal.migrate.Steps.setting;

import dev.opensipsmcp.cfg.migrate.Release;
import java.util.List;

/** From 3.0 to 3.1. */
final class To31 {
  private static final String TABLES = "export tables of the modules, 3.0.5 and 3.1.17";
  private static final String GRAMMAR = "grammar and core functions, 3.0.5 and 3.1.17";

  private To31() {}

  static List<Step> steps(Release to) {
    return Steps.of(to)
        .step(
            "socket",
            "A listener is a socket since 3.1.",
            GRAMMAR,
            Listeners.socket(),
            setting("socket"))
        .step(
            "auto-aliases",
            "Names of the server were found by DNS at start; since 3.1 only when asked.",
            "default of auto_aliases, 3.0.5 and 3.1.17",
            Listeners.autoAliases(),
            setting("auto_aliases"))
        .step(
            "core-functions",
            "Functions of the core have one name and parentheses since 3.1.",
            GRAMMAR,
            CoreFunctions.rewriter(),
            CoreFunctions.introduces())
        .step(
            "flags",
            "Flags are named by strings since 3.1, the branch comes behind.",
            GRAMMAR,
            both(
                Quotes.branchBehindFlag("setbflag", "resetbflag", "isbflagset"),
                Quotes.on(0, "setflag", "resetflag", "isflagset"),
                CoreFunctions.oneBranchFlag(),
                Quotes.on(0, "set_advertised_address", "set_advertised_port", "force_send_socket")))
        .step(
            "flag-parameters",
            "Parameters name flags by strings since 3.1.",
            TABLES,
            Quotes.onFlagParameters())
        .step(
            "event-jsonrpc",
            "Module event_jsonrpc is event_stream since 3.1.",
            TABLES,
            renameModule("event_jsonrpc", "event_stream"),
            module("event_stream"))
        .step(
            "replication",
            "Module b2b_entities replicates within a cluster since 3.1.",
            TABLES,
            dropParameter(
                "b2b_entities",
                "replication_mode",
                "Replication of b2b_entities is set up by a cluster.",
                "Set cluster_id of b2b_entities, and load clusterer."))
        .step(
            "contact",
            "The address of presence is built from the socket since 3.1.",
            TABLES,
            both(
                dropParameter(
                    "presence",
                    "server_address",
                    "The Contact of presence is its socket's address with a user.",
                    "Set contact_user of presence to the user of the old address."),
                dropParameter(
                    "rls",
                    "server_address",
                    "The Contact of rls is its socket's address with a user.",
                    "Set contact_user of rls to the user of the old address.")))
        .step(
            "seed-fallback",
            "A seed waited for others for ever; since 3.1 for five seconds.",
            "default of seed_fallback_interval, 3.0.5 and 3.1.17",
            Rewrites.explicit("clusterer", "seed_fallback_interval", "0"),
            parameter("clusterer", "seed_fallback_interval"))
        .step(
            "tls-timeouts",
            "Timeouts of TLS are set at the protocol's module since 3.1.",
            TABLES,
            both(
                TlsTimeouts.move("tls_handshake_timeout", "wss_tls_handshake_timeout"),
                TlsTimeouts.move("tls_send_timeout", "wss_send_timeout")),
            parameter("proto_tls", "tls_handshake_timeout"),
            parameter("proto_tls", "tls_send_timeout"),
            parameter("proto_wss", "wss_tls_handshake_timeout"),
            parameter("proto_wss", "wss_send_timeout"))
        .step(
            "challenge",
            "What a challenge protects is given by name since 3.1.",
            TABLES,
            Challenges.rewriter(),
            function("auth", "www_challenge"),
            function("auth", "proxy_challenge"))
        .step(
            "print",
            "Function avp_printf is pv_printf.",
            GRAMMAR,
            renameFunction("avp_printf", "pv_printf"),
            function("core", "pv_printf"))
        .steps();
  }
}
