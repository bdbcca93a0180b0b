package dev.opensipsmcp.cfg.internal.lint;

import static dev.opensipsmcp.cfg.finding.Severity.MEDIUM;

import dev.opensipsmcp.cfg.internal.flow.Expressions;
import dev.opensipsmcp.cfg.internal.flow.KnownFunction;
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
                    + " `restart_persistency` or `sql_write_mode` beside it."));
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
}
