package dev.opensipsmcp.cfg.internal.migrate;

import static dev.opensipsmcp.cfg.internal.migrate.Rewrites.askAboutFunction;
import static dev.opensipsmcp.cfg.internal.migrate.Rewrites.both;
import static dev.opensipsmcp.cfg.internal.migrate.Rewrites.dropParameter;
import static dev.opensipsmcp.cfg.internal.migrate.Rewrites.explicit;
import static dev.opensipsmcp.cfg.internal.migrate.Rewrites.renameFunction;
import static dev.opensipsmcp.cfg.internal.migrate.Rewrites.renameModule;
import static dev.opensipsmcp.cfg.internal.migrate.Rewrites.renameParameter;
import static dev.opensipsmcp.cfg.internal.migrate.Rewrites.renameSetting;
import static dev.opensipsmcp.cfg.internal.migrate.Steps.function;
import static dev.opensipsmcp.cfg.internal.migrate.Steps.module;
import static dev.opensipsmcp.cfg.internal.migrate.Steps.parameter;
import static dev.opensipsmcp.cfg.internal.migrate.Steps.setting;

import dev.opensipsmcp.cfg.migrate.Release;
import java.util.List;

/** From 2.4 to 3.0. */
final class To30 {
  private static final String TABLES = "export tables of the modules, 2.4.11 and 3.0.5";
  private static final String GRAMMAR = "lexer and grammar, 2.4.11 and 3.0.5";

  private To30() {}

  static List<Step> steps(Release to) {
    Steps.Builder steps =
        Steps.of(to)
            .step(
                "children",
                "The workers for UDP are called udp_workers since 3.0.",
                GRAMMAR,
                both(
                    renameSetting("children", "udp_workers"),
                    renameSetting("tcp_children", "tcp_workers"),
                    renameSetting("xlog_default_level", "xlog_print_level")),
                setting("udp_workers"),
                setting("tcp_workers"),
                setting("xlog_print_level"))
            // Before mi_json, which takes over the name mi_http.
            .step(
                "mi_http",
                "What was mi_http is mi_html since 3.0.",
                TABLES,
                MiTransports.htmlModule(),
                module("mi_html"),
                parameter("mi_html", "root"),
                parameter("mi_html", "http_method"))
            .step(
                "mi_json",
                "What was mi_json is mi_http since 3.0, at path mi unless told.",
                TABLES,
                MiTransports.jsonModule(),
                module("mi_http"),
                parameter("mi_http", "root"))
            .step(
                "siptrace",
                "Module siptrace is tracer since 3.0, and sip_trace is trace.",
                TABLES,
                both(renameModule("siptrace", "tracer"), renameFunction("sip_trace", "trace")),
                module("tracer"),
                function("tracer", "trace"))
            .step(
                "uri",
                "Module uri was split in 3.0.",
                TABLES,
                UriModule.rewriter(),
                UriModule.introduces())
            .step(
                "event-parameters",
                "Parameters of events are read as $param since 3.0.",
                TABLES,
                EventParameters.rewriter(),
                Steps.variable("$param"));
    names(steps);
    arguments(steps);
    return steps.steps();
  }

  private static void names(Steps.Builder steps) {
    steps
        .step(
            "timers",
            "The timers of tm have the names of their replies' timeouts since 3.0.",
            TABLES,
            both(
                renameParameter("tm", "fr_timer", "fr_timeout"),
                renameParameter("tm", "fr_inv_timer", "fr_inv_timeout")),
            parameter("tm", "fr_timeout"),
            parameter("tm", "fr_inv_timeout"))
        .step(
            "clusterer-names",
            "Parameters of clusterer were renamed in 3.0.",
            TABLES,
            both(
                renameParameter("clusterer", "current_id", "my_node_id"),
                renameParameter("clusterer", "current_info", "my_node_info"),
                renameParameter("clusterer", "neighbor_info", "neighbor_node_info")),
            parameter("clusterer", "my_node_id"),
            parameter("clusterer", "my_node_info"),
            parameter("clusterer", "neighbor_node_info"))
        .step(
            "replication-names",
            "One cluster id serves all of a module's replication since 3.0.",
            TABLES,
            both(
                renameParameter("drouting", "status_replication_cluster", "cluster_id"),
                renameParameter("load_balancer", "status_replication_cluster", "cluster_id")),
            parameter("drouting", "cluster_id"),
            parameter("load_balancer", "cluster_id"))
        .step(
            "sharing-tags",
            "Sharing tags are set up in clusterer since 3.0.",
            TABLES,
            both(
                dropParameter(
                    "dialog",
                    "dlg_sharing_tag",
                    "The sharing tag of dialog must be set up in clusterer.",
                    "Set sharing_tag of module clusterer to tag/cluster=active or =backup."),
                dropParameter(
                    "presence",
                    "cluster_sharing_tags",
                    "The sharing tags of presence must be set up in clusterer.",
                    "Set sharing_tag of module clusterer to tag/cluster=active or =backup.")))
        .step(
            "tls-names",
            "Domains of TLS are matched by address and SIP domain since 3.0.",
            TABLES,
            both(
                renameParameter("tls_mgm", "address_col", "match_ip_address_col"),
                renameParameter("tls_mgm", "client_domain_avp", "client_tls_domain_avp"),
                TlsDomains.addresses()),
            parameter("tls_mgm", "match_ip_address_col"),
            parameter("tls_mgm", "client_tls_domain_avp"),
            parameter("tls_mgm", "match_ip_address"))
        .step(
            "mysql-tls",
            "TLS to MySQL is chosen in the URL since 3.0.",
            TABLES,
            dropParameter(
                "db_mysql",
                "tls_client_domain",
                "The TLS domain for MySQL goes into each database URL.",
                "Set use_tls of db_mysql to 1, and end the URL with ?tls_domain=NAME."))
        .step(
            "gone",
            "The parameter is gone in 3.0, and nothing depends on it.",
            TABLES,
            both(
                dropParameter("mi_fifo", "reply_indent"),
                dropParameter("mi_datagram", "reply_indent"),
                dropParameter("mi_xmlrpc_ng", "format_version"),
                dropParameter("lua", "warn_missing_free_fixup"),
                dropParameter("perl", "unsafemodfnc"),
                dropParameter("avpops", "buf_size")))
        .step(
            "redirect-accounting",
            "Module uac_redirect does not account since 3.0.",
            TABLES,
            both(
                dropParameter(
                    "uac_redirect",
                    "acc_function",
                    "Redirects are no longer accounted by uac_redirect.",
                    "Call do_accounting of module acc where the redirect is followed."),
                dropParameter(
                    "uac_redirect",
                    "acc_db_table",
                    "Redirects are no longer accounted by uac_redirect.",
                    "Give the table to do_accounting of module acc.")))
        .step(
            "aaa-service",
            "Module auth_aaa tells its two service types apart since 3.0.",
            TABLES,
            renameParameter("auth_aaa", "service_type", "auth_service_type"),
            parameter("auth_aaa", "auth_service_type"))
        .step(
            "mongodb-spelling",
            "The parameter is spelled right since 3.0.",
            TABLES,
            renameParameter("cachedb_mongodb", "exec_treshold", "exec_threshold"),
            parameter("cachedb_mongodb", "exec_threshold"))
        .step(
            "dialog-matching",
            "Dialogs were matched by their id alone; since 3.0 otherwise too.",
            "default of dlg_match_mode, 2.4.11 and 3.0.5",
            explicit("dialog", "dlg_match_mode", "0"),
            parameter("dialog", "dlg_match_mode"))
        .step(
            "next-routing",
            "Function next_routing is use_next_gw.",
            TABLES,
            renameFunction("next_routing", "use_next_gw"),
            function("drouting", "use_next_gw"))
        .step(
            "exec",
            "One function exec took the place of four in 3.0.",
            TABLES,
            both(
                ExecModule.rewriter(),
                askAboutFunction(
                    "exec_dset",
                    "Function exec_dset is gone.",
                    "Call exec with a variable for its output, and set $ru or branches from it."),
                askAboutFunction(
                    "exec_avp",
                    "Function exec_avp is gone.",
                    "Call exec with a variable for its output."),
                askAboutFunction(
                    "exec_getenv",
                    "Function exec_getenv is gone.",
                    "Read $env(NAME) of module cfgutils.")),
            function("exec", "exec"))
        .step(
            "avp-insert",
            "Function avp_insert is gone in 3.0.",
            TABLES,
            askAboutFunction(
                "avp_insert",
                "Function avp_insert is gone.",
                "Assign to $(avp(name)[index]), or append by assigning to $avp(name)."))
        .step(
            "enum-variable",
            "Function enum_query takes what enum_pv_query took.",
            TABLES,
            askAboutFunction(
                "enum_pv_query",
                "Function enum_pv_query is gone.",
                "Call enum_query(suffix, service, number), the number as the third argument."))
        .step(
            "remove-headers",
            "Patterns of header names have functions of their own since 3.0.",
            TABLES,
            HeaderPatterns.rewriter(),
            function("sipmsgops", "remove_hf_re"),
            function("sipmsgops", "remove_hf_glob"));
  }

  private static void arguments(Steps.Builder steps) {
    steps
        .step(
            "dispatcher-arguments",
            "Partition and limit are arguments of their own since 3.0.",
            TABLES,
            both(
                Composite.partition("ds_select_dst", 0, 3),
                Composite.limit("ds_select_dst"),
                Composite.partition("ds_select_domain", 0, 3),
                Composite.limit("ds_select_domain"),
                Composite.partition("ds_is_in_list", 2, 3),
                Composite.partition("ds_count", 0, 3),
                DispatcherState.rewriter()))
        .step(
            "dialplan-arguments",
            "Source, destination and partition are arguments since 3.0.",
            TABLES,
            both(Composite.slash("dp_translate", 1), Composite.partition("dp_translate", 0, 4)))
        .step(
            "drouting-arguments",
            "The partition comes last since 3.0.",
            TABLES,
            both(
                Composite.partition("do_routing", 0, 6),
                Composite.partition("route_to_carrier", 0, 3),
                Composite.partition("route_to_gw", 0, 2),
                Composite.partitionLast("use_next_gw", 3),
                Composite.partitionLast("goes_to_gw", 3),
                Composite.partitionLast("is_from_gw", 3),
                Composite.partitionLast("dr_is_gw", 4)))
        .step(
            "permissions-arguments",
            "The partition comes last since 3.0.",
            TABLES,
            both(
                Composite.partition("check_address", 0, 6),
                Composite.partition("check_source_address", 0, 3),
                Composite.partition("get_source_group", 0, 1)))
        .step(
            "relay-arguments",
            "The flags come before the destination since 3.0.",
            TABLES,
            RelayArguments.rewriter())
        .step(
            "quotes",
            "Numbers and variables stand without quotes since 3.0.",
            TABLES,
            Quotes.off());
  }
}
