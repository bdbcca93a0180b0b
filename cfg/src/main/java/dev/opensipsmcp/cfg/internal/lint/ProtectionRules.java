package dev.opensipsmcp.cfg.internal.lint;

import static dev.opensipsmcp.cfg.finding.Severity.LOW;
import static dev.opensipsmcp.cfg.finding.Severity.MEDIUM;

import dev.opensipsmcp.cfg.flow.Mark;
import dev.opensipsmcp.cfg.internal.flow.KnownFunction;
import dev.opensipsmcp.cfg.internal.flow.Mentions;
import dev.opensipsmcp.cfg.internal.flow.Role;
import dev.opensipsmcp.cfg.internal.flow.Statements;
import dev.opensipsmcp.cfg.syntax.SocketDefinition;
import dev.opensipsmcp.cfg.syntax.Statement;
import java.util.List;
import java.util.Optional;

/** Rules about what every request is held against before anything else is done with it. */
final class ProtectionRules {
  private ProtectionRules() {}

  static List<AuditRule> rules() {
    return List.of(
        AuditRule.of(
                "S27",
                MEDIUM,
                "Max-Forwards not looked at",
                "A loop between servers goes on until memory or bandwidth end.",
                ProtectionRules::noMaxForwards)
            .fix("Begin the main route with `mf_process_maxfwd_header`."),
        AuditRule.of(
                "S28",
                LOW,
                "size and form of messages not looked at",
                "Malformed or huge messages reach everything behind.",
                ProtectionRules::noValidation)
            .fix("Begin the main route with a test of `$ml` and `sipmsg_validate`."),
        AuditRule.of(
                "S29",
                MEDIUM,
                "no protection against floods",
                "A single sender can keep every worker busy.",
                ProtectionRules::noFloodProtection)
            .fix("Set `pike`'s `check_route`, or call `pike_check_req` or `rl_check`."),
        AuditRule.of(
                "S30",
                MEDIUM,
                "calls to gateways without a limit",
                "A stolen account makes expensive calls until somebody sees it.",
                ProtectionRules::noFraudLimit)
            .fix(
                "Call `check_fraud`, or count calls per user with `set_dlg_profile` and"
                    + " `get_profile_size`, before the gateway is chosen."),
        AuditRule.of(
                "S31",
                LOW,
                "scanners not dropped",
                "Known scanners cost log and time.",
                ProtectionRules::noScannerTest)
            .fix("Drop requests whose `$ua` is of a known scanner, before anything else."));
  }

  private static void noMaxForwards(Subject subject, Out out) {
    subject
        .calls(Role.RELAY)
        .filter(site -> site.before().any(w -> RelayRules.request(w) && !w.any(Mark.MAX_FORWARDS)))
        .limit(1)
        .forEach(
            site -> out.at(site.call(), "A request is relayed here whatever its Max-Forwards."));
  }

  private static void noValidation(Subject subject, Out out) {
    if (subject.whole()
        && subject.calls(Role.RELAY, Role.SAVING).findAny().isPresent()
        && subject.calls(Role.VALIDATION).findAny().isEmpty()
        && !mentioned(subject, "ml")) {
      out.at(subject.main(), "No message is looked at for its size or form.");
    }
  }

  private static boolean mentioned(Subject subject, String... names) {
    return subject.statements().stream()
        .flatMap(Statements::expressions)
        .flatMap(expression -> Mentions.in(expression).stream())
        .anyMatch(mention -> mention.is(names));
  }

  private static Optional<SocketDefinition> open(Subject subject) {
    return subject
        .listening("udp", "tcp", "tls", "ws", "wss", "sctp")
        .filter(socket -> !Texts.internal(socket.host().text()))
        .findFirst();
  }

  private static void noFloodProtection(Subject subject, Out out) {
    if (subject.whole()
        && subject.last(KnownParameter.PIKE_ROUTE).isEmpty()
        && subject.calls(Role.RATE_LIMIT).findAny().isEmpty()) {
      open(subject)
          .ifPresent(socket -> out.at(socket.span(), "Whoever reaches this may send any number."));
    }
  }

  private static void noFraudLimit(Subject subject, Out out) {
    boolean called =
        subject
            .calls(Role.RELAY)
            .anyMatch(site -> site.before().any(world -> world.any(Mark.GATEWAY)));
    if (called && subject.calls(Role.CALL_LIMIT).findAny().isEmpty()) {
      subject
          .calls(KnownFunction.DO_ROUTING, KnownFunction.ROUTE_TO_CARRIER, KnownFunction.CR_ROUTE)
          .limit(1)
          .forEach(site -> out.at(site.call(), "Nothing limits the calls that go to gateways."));
    }
  }

  private static void noScannerTest(Subject subject, Out out) {
    boolean asked =
        subject.statements().stream()
            .filter(s -> s instanceof Statement.If || s instanceof Statement.Switch)
            .flatMap(Statements::expressions)
            .flatMap(expression -> Mentions.in(expression).stream())
            .anyMatch(m -> m.is("ua") || m.subname().equalsIgnoreCase("User-Agent"));
    if (subject.whole() && open(subject).isPresent() && !asked) {
      out.at(subject.main(), "No request is dropped for its User-Agent.");
    }
  }
}
