package dev.opensipsmcp.cfg.internal.lint;

import static dev.opensipsmcp.cfg.finding.Severity.MEDIUM;

import dev.opensipsmcp.cfg.internal.flow.Expressions;
import dev.opensipsmcp.cfg.internal.flow.KnownFunction;
import dev.opensipsmcp.cfg.internal.flow.Role;
import dev.opensipsmcp.cfg.syntax.Item;
import dev.opensipsmcp.facts.Version;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Rules about what modules keep: contacts, destinations, dialogs, clusters, call records. */
final class StateRules {
  private static final long HALF_A_DAY = 43_200;

  private StateRules() {}

  static List<AuditRule> rules() {
    return List.of(
        AuditRule.of(
                "R15",
                MEDIUM,
                "NAT pings without what they need",
                "Contacts behind NAT can't be reached after a minute.",
                StateRules::natPings)
            .fix("Set `usrloc`'s `nat_bflag`, `nathelper`'s `sipping_bflag` and `sipping_from`."),
        AuditRule.of(
                "R16",
                MEDIUM,
                "destinations of dispatcher that never come back",
                "What was once marked as failing stays so until somebody reloads.",
                StateRules::dispatcher)
            .fix("Set `dispatcher`'s `ds_ping_interval`, and `ds_ping_from` to a name of yours."),
        AuditRule.of(
                "R17",
                MEDIUM,
                "gateways that never come back",
                "A gateway that failed once gets no calls, or a dead one gets them.",
                StateRules::gateways)
            .fix("Leave `probing_interval` above 0, set `probing_from`, keep `persistent_state`."),
        AuditRule.of(
                "R18",
                MEDIUM,
                "dialogs that live half a day",
                "Calls whose end got lost count, and cost, for twelve hours.",
                StateRules::dialogs)
            .since("names of the flags in `create_dialog` from 4.0, letters before")
            .fix(version ->
                version.compareTo(Version.V4_0) >= 0
                    ? "Write create_dialog(\"options-ping-caller,options-ping-callee\"), or set"
                        + " `dialog`'s `default_timeout` lower."
                    : "Write create_dialog(\"Pp\"), or set `dialog`'s `default_timeout` lower."),
        AuditRule.of(
                "R19",
                MEDIUM,
                "location table without a chosen way of working",
                "Contacts are lost at a restart, or written twice; a mixture stops the start.",
                StateRules::location)
            .since("preset since 2.4; `db_mode` is gone in 4.0")
            .fix(
                "Set `usrloc`'s `working_mode_preset`, and no `cluster_mode`,"
                    + " `restart_persistency` or `sql_write_mode` beside it."),
        AuditRule.of(
                "R20",
                MEDIUM,
                "use_domain left to its default",
                "The default is 0 before 4.0 and 1 from 4.0: users of one name are one, then two.",
                StateRules::useDomain)
            .since("the default changed in 4.0")
            .fix("Set `use_domain` of each module that has it."),
        AuditRule.of(
                "R21",
                MEDIUM,
                "auth_db loads a column that newer tables lack",
                "With a table of 3.6 nobody can log in.",
                StateRules::credentials)
            .since("3.4 to 3.6; the default is empty in 4.0", Version.V3_4, Version.V3_6)
            .fix("Set `auth_db`'s `load_credentials` to what you use, or to \"\"."),
        AuditRule.of(
                "R22",
                MEDIUM,
                "cluster node without what it needs",
                "Nodes do not find each other, or none of them is the active one.",
                StateRules::cluster)
            .fix(
                "Set `clusterer`'s `my_node_id` and `db_url`, load `proto_bin` and listen for it,"
                    + " and give each `sharing_tag` an active node."),
        AuditRule.of(
                "R23",
                MEDIUM,
                "call records that miss calls",
                "Failed calls leave no record, or calls have no duration.",
                StateRules::accounting)
            .since("`do_accounting` since 2.2")
            .fix("Write do_accounting(\"db\", \"cdr|missed|failed\"), and load `dialog`."));
  }

  private static void natPings(Subject subject, Out out) {
    Optional<Item.ModuleParameter> interval =
        subject
            .last(KnownParameter.NATPING_INTERVAL)
            .filter(p -> Texts.number(p.value()).filter(n -> n > 0).isPresent());
    if (interval.isEmpty()) {
      return;
    }
    if (subject.last(KnownParameter.NAT_FLAG).isEmpty()) {
      out.at(interval.get(), "No nat_bflag says which contacts to ping.");
    }
    if (subject.last(KnownParameter.NATPING_FLAG).isPresent()
        && subject.last(KnownParameter.NATPING_FROM).isEmpty()) {
      out.at(interval.get(), "SIP pings need sipping_from, and it is not set.");
    }
  }

  private static void dispatcher(Subject subject, Out out) {
    long interval = subject.number(KnownParameter.DS_INTERVAL).orElse(0L);
    if (interval == 0) {
      subject
          .calls(KnownFunction.DS_MARK_DST, KnownFunction.DS_NEXT_DST, KnownFunction.DS_NEXT_DOMAIN)
          .limit(1)
          .forEach(site -> out.at(site.call(), "Nothing probes destinations that failed."));
    } else if (subject.last(KnownParameter.DS_FROM).isEmpty()) {
      subject
          .last(KnownParameter.DS_INTERVAL)
          .ifPresent(p -> out.at(p, "Probes come from sip:dispatcher@localhost."));
    }
  }

  private static void gateways(Subject subject, Out out) {
    record Prober(KnownParameter interval, KnownParameter from) {}
    for (Prober prober :
        List.of(
            new Prober(KnownParameter.DR_INTERVAL, KnownParameter.DR_FROM),
            new Prober(KnownParameter.LB_INTERVAL, KnownParameter.LB_FROM))) {
      subject
          .last(prober.interval())
          .ifPresent(p -> {
            if (Texts.number(p.value()).filter(n -> n == 0).isPresent()) {
              out.at(p, "Nothing probes gateways that failed.");
            } else if (subject.last(prober.from()).isEmpty()) {
              out.at(p, "Probes come from sip:prober@localhost.");
            }
          });
    }
    subject
        .last(KnownParameter.DR_PERSISTENT)
        .filter(p -> Texts.number(p.value()).filter(n -> n == 0).isPresent())
        .ifPresent(p -> out.at(p, "Which gateways failed is forgotten at a restart."));
  }

  private static void dialogs(Subject subject, Out out) {
    if (subject.number(KnownParameter.DIALOG_TIMEOUT).orElse(HALF_A_DAY) < HALF_A_DAY) {
      return;
    }
    subject
        .calls(KnownFunction.CREATE_DIALOG)
        .filter(site -> {
          String flags = Expressions.constant(site.call(), 0).orElse("");
          boolean letters =
              !subject.since(Version.V4_0) && flags.matches("[A-Za-z]{0,6}[PpRr][A-Za-z]{0,6}");
          return !flags.contains("ping") && !letters;
        })
        .limit(1)
        .forEach(site -> out.at(site.call(), "Nothing notices when this call's end got lost."));
  }

  private static void location(Subject subject, Out out) {
    Optional<Item.LoadModule> usrloc = subject.load("usrloc");
    if (usrloc.isEmpty()) {
      return;
    }
    boolean preset = subject.last(KnownParameter.USRLOC_PRESET).isPresent();
    Optional<Item.ModuleParameter> single =
        Stream.of(
                KnownParameter.USRLOC_CLUSTER_MODE,
                KnownParameter.USRLOC_RESTART,
                KnownParameter.USRLOC_WRITE)
            .flatMap(parameter -> subject.last(parameter).stream())
            .findFirst();
    boolean old =
        KnownParameter.USRLOC_DB_MODE.in(subject.version())
            && subject.last(KnownParameter.USRLOC_DB_MODE).isPresent();
    if (preset && single.isPresent()) {
      out.at(single.get(), "This stands beside working_mode_preset.");
    } else if (!preset && single.isEmpty() && !old) {
      out.at(usrloc.get(), "Nothing says how contacts are kept, so a restart loses them.");
    }
  }

  private static void useDomain(Subject subject, Out out) {
    for (KnownParameter parameter :
        List.of(
            KnownParameter.USRLOC_DOMAIN,
            KnownParameter.AUTH_DB_DOMAIN,
            KnownParameter.GROUP_DOMAIN,
            KnownParameter.CARRIERROUTE_DOMAIN)) {
      Optional<Item.LoadModule> module = subject.load(parameter.module());
      if (module.isPresent() && subject.last(parameter).isEmpty()) {
        out.at(
            module.get(),
            "use_domain of "
                + parameter.module()
                + " is left to its default, "
                + (subject.since(Version.V4_0) ? "1." : "0."));
      }
    }
  }

  private static void credentials(Subject subject, Out out) {
    if (subject.last(KnownParameter.LOAD_CREDENTIALS).isEmpty()) {
      subject
          .load("auth_db")
          .ifPresent(load -> out.at(load, "auth_db loads column rpid, as nothing else is set."));
    }
  }

  private static void cluster(Subject subject, Out out) {
    Optional<Item.LoadModule> clusterer = subject.load("clusterer");
    if (clusterer.isEmpty()) {
      return;
    }
    boolean database = subject.number(KnownParameter.CLUSTER_DB_MODE).orElse(1L) != 0;
    if (subject.last(KnownParameter.CLUSTER_NODE).isEmpty()
        && (database || subject.last(KnownParameter.CLUSTER_NODE_INFO).isEmpty())) {
      out.at(clusterer.get(), "my_node_id is not set.");
    }
    if (database
        && subject.last(KnownParameter.CLUSTER_DB).isEmpty()
        && subject.setting(KnownGlobal.DB_DEFAULT_URL).isEmpty()) {
      out.at(clusterer.get(), "Nodes are read from a database, and no db_url is set.");
    }
    if (subject.listening("bin", "bins").findAny().isEmpty()) {
      out.at(clusterer.get(), "There is no BIN listener for the other nodes.");
    }
    subject.all(KnownParameter.CLUSTER_TAG).stream()
        .filter(p -> !Texts.of(p.value()).contains("active"))
        .filter(p -> !Texts.of(p.value()).contains("backup"))
        .forEach(p -> out.at(p, "Nothing says whether this node has the tag at the start."));
  }

  private static void accounting(Subject subject, Out out) {
    subject
        .calls(Role.ACCOUNTING)
        .forEach(site -> {
          String flags = Expressions.constant(site.call(), 1).orElse("");
          boolean variable = flags.indexOf('$') >= 0;
          if (flags.contains("cdr") && !subject.loads("dialog")) {
            out.at(site.call(), "Records of whole calls need module dialog.");
          } else if (!variable
              && (flags.contains("cdr") || flags.isEmpty())
              && !flags.contains("failed")
              && !flags.contains("missed")) {
            out.at(site.call(), "Failed and missed calls leave no record.");
          }
        });
  }
}
