package dev.opensipsmcp.cfg.internal.migrate;

import static dev.opensipsmcp.cfg.internal.migrate.Flags.words;
import static dev.opensipsmcp.cfg.internal.migrate.Rewrites.both;
import static dev.opensipsmcp.cfg.internal.migrate.Rewrites.dropParameter;
import static dev.opensipsmcp.cfg.internal.migrate.Rewrites.dropSetting;
import static dev.opensipsmcp.cfg.internal.migrate.Rewrites.explicit;
import static dev.opensipsmcp.cfg.internal.migrate.Rewrites.renameModule;
import static dev.opensipsmcp.cfg.internal.migrate.Steps.module;
import static dev.opensipsmcp.cfg.internal.migrate.Steps.parameter;
import static dev.opensipsmcp.cfg.internal.migrate.Steps.setting;

import dev.opensipsmcp.cfg.internal.migrate.Step.Name;
import dev.opensipsmcp.cfg.internal.migrate.Step.Rewriter;
import dev.opensipsmcp.cfg.migrate.Release;
import dev.opensipsmcp.cfg.syntax.Item;
import java.util.List;

/** From 3.6 to 4.0. */
final class To40 {
  private static final String TABLES = "facts of 3.6 and 4.0";
  private static final String DEFAULTS = "defaults in the facts and the source, 3.6.8 and 4.0.1";

  /** The modules that look only at the user up to 3.6, and at the domain too since 4.0. */
  private static final List<String> DOMAINS =
      List.of("usrloc", "auth_db", "group", "carrierroute", "cpl_c", "sqlops", "userblacklist");

  private To40() {}

  static List<Step> steps(Release to) {
    return Steps.of(to)
        .step(
            "socket",
            "The old word for a socket is gone in 4.0.",
            TABLES,
            Listeners.socket(),
            setting("socket"))
        .step(
            "log",
            "The old settings for logs are gone in 4.0.",
            TABLES,
            LogSettings.rewriter(),
            setting("stderror_enabled"),
            setting("syslog_enabled"),
            setting("syslog_facility"),
            setting("syslog_name"))
        .step(
            "tcp",
            "TCP is read by threads since 4.0.",
            TABLES,
            both(
                dropSetting("tcp_parallel_read_on_workers"),
                dropParameter("proto_tcp", "tcp_parallel_handling"),
                dropParameter("proto_tcp", "tcp_async_local_connect_timeout"),
                dropParameter("proto_tls", "tls_async_local_connect_timeout"),
                dropParameter("proto_tls", "tls_async_handshake_timeout"),
                dropParameter("proto_bin", "bin_async_local_connect_timeout"),
                dropParameter("proto_bins", "bins_async_local_connect_timeout"),
                dropParameter("proto_bins", "bins_async_handshake_timeout"),
                dropParameter("proto_hep", "hep_async_local_connect_timeout"),
                dropParameter("tcp_mgm", "parallel_read_col")))
        .step(
            "dialog-flags",
            "Flags of create_dialog are given by name since 4.0.",
            "flag names in the source of dialog, 4.0.1",
            words("create_dialog", 0, FlagWords.CREATE_DIALOG))
        .step(
            "usrloc-mode",
            "The mode of usrloc is given by name since 4.0.",
            "source of usrloc, 3.6.8",
            UsrlocMode.rewriter(),
            parameter("usrloc", "working_mode_preset"),
            parameter("usrloc", "pinging_mode"))
        .step(
            "xmlrpc",
            "Module mi_xmlrpc_ng is mi_xmlrpc since 4.0.",
            TABLES,
            renameModule("mi_xmlrpc_ng", "mi_xmlrpc"),
            module("mi_xmlrpc"),
            parameter("mi_xmlrpc", "http_root"))
        .step(
            "use-domain",
            "Only the user of an address was looked at; since 4.0 the domain too.",
            DEFAULTS,
            both(domains()),
            domainNames())
        .step(
            "duplicate-cseq",
            "A REGISTER with a CSeq already seen was refused; since 4.0 it is" + " taken.",
            DEFAULTS,
            both(
                explicit("registrar", "allow_dup_cseq", "0"),
                explicit("mid_registrar", "allow_dup_cseq", "0")),
            parameter("registrar", "allow_dup_cseq"),
            parameter("mid_registrar", "allow_dup_cseq"))
        .step(
            "credentials",
            "Column rpid was loaded with the password; since 4.0 only when told.",
            DEFAULTS,
            explicit("auth_db", "load_credentials", "\"rpid\""),
            parameter("auth_db", "load_credentials"))
        .step(
            "httpd-address",
            "HTTP was served on every address; since 4.0 on loopback alone.",
            DEFAULTS,
            httpd(),
            parameter("httpd", "ip"))
        .step(
            "mi-names",
            "MI commands carry the name of their module since 4.0.",
            "MI catalogues of 3.6 and 4.0",
            MiInScript.rewriter())
        .steps();
  }

  private static Rewriter[] domains() {
    return DOMAINS.stream().map(m -> explicit(m, "use_domain", "0")).toArray(Rewriter[]::new);
  }

  private static Name[] domainNames() {
    return DOMAINS.stream().map(m -> parameter(m, "use_domain")).toArray(Name[]::new);
  }

  private static Rewriter httpd() {
    Rewriter same = explicit("httpd", "ip", "\"*\"");
    return scene -> {
      Script script = scene.script();
      script
          .load("httpd")
          .filter(_ -> !script.sets("httpd", "ip"))
          .ifPresent((Item.LoadModule load) -> {
            same.rewrite(scene);
            scene.askNow(
                load.span(),
                "HTTP stays open on every address, as it was, and MI over it has no login.",
                "Set ip of httpd to 127.0.0.1 if only programs on this host use it.",
                "Set ip to a private address, and auth_username and auth_password.");
          });
    };
  }
}
