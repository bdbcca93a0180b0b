package dev.opensipsmcp.cfg.internal.migrate;

import static dev.opensipsmcp.cfg.internal.migrate.Rewrites.both;
import static dev.opensipsmcp.cfg.internal.migrate.Rewrites.dropParameter;
import static dev.opensipsmcp.cfg.internal.migrate.Rewrites.explicit;
import static dev.opensipsmcp.cfg.internal.migrate.Rewrites.explicitWith;
import static dev.opensipsmcp.cfg.internal.migrate.Rewrites.renameFunction;
import static dev.opensipsmcp.cfg.internal.migrate.Rewrites.renameSetting;
import static dev.opensipsmcp.cfg.internal.migrate.Steps.function;
import static dev.opensipsmcp.cfg.internal.migrate.Steps.parameter;
import static dev.opensipsmcp.cfg.internal.migrate.Steps.setting;
import static dev.opensipsmcp.cfg.internal.migrate.Steps.variable;

import dev.opensipsmcp.cfg.migrate.Release;
import java.util.List;

/** From 3.2 to 3.3. */
final class To33 {
  private static final String TABLES = "facts of 3.2 and 3.3";

  private To33() {}

  static List<Step> steps(Release to) {
    return Steps.of(to)
        .step(
            "socket-variables",
            "Sockets are read as $socket_in and $socket_out; the old"
                + " variables are gone in 3.3.",
            TABLES,
            SocketVariables.rewriter(),
            variable("$socket_in"),
            variable("$socket_out"))
        .step(
            "rewrite-functions",
            "The functions that begin with rewrite are gone in 3.3.",
            TABLES,
            both(
                renameFunction("rewriteuri", "seturi"),
                renameFunction("rewritehost", "sethost"),
                renameFunction("rewritehostport", "sethostport"),
                renameFunction("rewriteport", "setport"),
                renameFunction("rewriteuser", "setuser"),
                renameFunction("rewriteuserpass", "setuserpass")),
            function("core", "seturi"),
            function("core", "sethost"),
            function("core", "sethostport"),
            function("core", "setport"),
            function("core", "setuser"),
            function("core", "setuserpass"))
        .step(
            "backlog",
            "The setting for the TCP backlog has one name since 3.3.",
            TABLES,
            renameSetting("tcp_listen_backlog", "tcp_socket_backlog"),
            setting("tcp_socket_backlog"))
        .step(
            "group-functions",
            "Functions of group on the database begin with db_.",
            TABLES,
            both(
                renameFunction("is_user_in", "db_is_user_in"),
                renameFunction("get_user_group", "db_get_user_group")),
            function("group", "db_is_user_in"),
            function("group", "db_get_user_group"))
        .step(
            "jwt",
            "Function jwt_authorize is jwt_db_authorize since 3.3.",
            TABLES,
            renameFunction("jwt_authorize", "jwt_db_authorize"),
            function("auth_jwt", "jwt_db_authorize"))
        .step(
            "carrier-attributes",
            "Functions of drouting give the carrier's attributes, before"
                + " the partition, since 3.3.",
            TABLES,
            both(
                Composite.room("route_to_gw", 2),
                Composite.room("is_from_gw", 3),
                Composite.room("goes_to_gw", 3),
                Composite.room("dr_is_gw", 4)))
        .step(
            "weights",
            "The script no longer sorts gateways by weight since 3.3.",
            "source of drouting, 3.2.19 and 3.3.10",
            WeightFlag.rewriter())
        .step(
            "cgrates",
            "Variable $cgrret is $cgr_ret.",
            TABLES,
            SocketVariables.rename("cgrret", "cgr_ret"),
            variable("$cgr_ret"))
        .step(
            "siprec",
            "Module siprec takes its settings from $siprec since 3.3.",
            TABLES,
            both(
                dropParameter("siprec", "media_port_min"),
                dropParameter("siprec", "media_port_max"),
                SiprecCall.rewriter()),
            variable("$siprec"))
        .step(
            "gone",
            "The parameter is gone in 3.3, and nothing depends on it.",
            TABLES,
            both(
                dropParameter("cachedb_redis", "enable_raw_query_quoting"),
                dropParameter("presence", "cluster_be_active_shtag"),
                dropParameter("rtpproxy", "rtpproxy_tout")))
        .step(
            "transfer-size",
            "Answers of REST were of any size; since 3.3 up to 10 MB.",
            "default of max_transfer_size in the facts",
            explicit("rest_client", "max_transfer_size", "0"),
            parameter("rest_client", "max_transfer_size"))
        .step(
            "tls-async",
            "TLS was written at once; since 3.3 in the background.",
            "default of tls_async in the facts",
            explicit("proto_tls", "tls_async", "0"),
            parameter("proto_tls", "tls_async"))
        .step(
            "replication-timers",
            "Replication ran every 10 ms; since 3.3 every 200 ms.",
            "defaults in the facts",
            both(
                explicitWith(
                    "profile_replication_cluster", "dialog", "replicate_profiles_timer", "10"),
                explicitWith("pipe_replication_cluster", "ratelimit", "repl_timer_interval", "10")),
            parameter("dialog", "replicate_profiles_timer"),
            parameter("ratelimit", "repl_timer_interval"))
        .steps();
  }
}
