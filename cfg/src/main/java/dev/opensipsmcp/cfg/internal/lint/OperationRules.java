package dev.opensipsmcp.cfg.internal.lint;

import static dev.opensipsmcp.cfg.finding.Severity.LOW;

import dev.opensipsmcp.cfg.flow.Mark;
import dev.opensipsmcp.cfg.internal.flow.Expressions;
import dev.opensipsmcp.cfg.internal.flow.Role;
import dev.opensipsmcp.cfg.internal.flow.Statements;
import dev.opensipsmcp.cfg.syntax.Call;
import dev.opensipsmcp.cfg.syntax.Span;
import dev.opensipsmcp.facts.Version;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Rules about running it: blocking calls, thresholds, logs, workers, memory, connections. */
final class OperationRules {
  private OperationRules() {}

  static List<AuditRule> rules() {
    return List.of(
        AuditRule.of(
                "R24",
                LOW,
                "worker that waits",
                "While one worker waits for an answer, it takes no messages.",
                OperationRules::blocking)
            .since("async since 2.1")
            .fix("Call it within async(), with a route that goes on afterwards."),
        AuditRule.of(
                "R25",
                LOW,
                "slow steps not noticed",
                "When the server gets slow, nothing in the log says where.",
                OperationRules::thresholds)
            .fix("Set `exec_msg_threshold` and `exec_dns_threshold`, to 100000 for example."),
        AuditRule.of(
                "R26",
                LOW,
                "log for debugging",
                "Debug logs slow the server down and fill the disk.",
                OperationRules::logs)
            .since("names changed in 3.4, the old ones are gone in 4.0")
            .fix(version ->
                version.compareTo(Version.V3_4) >= 0
                    ? "Set `log_level` to 3 and `stderror_enabled` to no."
                    : "Set `log_level` to 3 and `log_stderror` to no."),
        AuditRule.of(
                "R30",
                LOW,
                "odd requests without an answer of their own",
                "Malformed requests and OPTIONS pings get the answers that happen to come.",
                OperationRules::answers)
            .fix("Write an `error_route`, and answer OPTIONS for the server itself."),
        AuditRule.of(
                "R39",
                LOW,
                "failover by DNS not decided",
                "Off by default, it lets calls hang on hosts that are down.",
                OperationRules::dns)
            .fix("Set `disable_dns_failover` and `disable_dns_blacklist` to what you want."));
  }

  private static void blocking(Subject subject, Out out) {
    Set<Span> within =
        subject
            .flow()
            .calling(Set.of("async", "launch"))
            .flatMap(site -> Expressions.argument(site.call(), 0).stream())
            .filter(Call.class::isInstance)
            .map(call -> call.span())
            .collect(Collectors.toSet());
    subject
        .calls(Role.SQL, Role.SHELL, Role.HTTP, Role.BLOCKING)
        .filter(site -> site.before().any(w -> w.any(Mark.REQUEST, Mark.REPLY) && !w.blurred()))
        .filter(site -> !within.contains(site.call().span()))
        .forEach(site -> out.at(site.call(), site.name() + "() makes its worker wait."));
  }

  private static void thresholds(Subject subject, Out out) {
    if (subject.whole()
        && (subject.setting(KnownGlobal.EXEC_MSG_THRESHOLD).isEmpty()
            || subject.setting(KnownGlobal.EXEC_DNS_THRESHOLD).isEmpty())) {
      out.at(subject.main(), "No threshold says when a step was slow.");
    }
  }

  private static void logs(Subject subject, Out out) {
    subject
        .setting(KnownGlobal.LOG_LEVEL)
        .filter(_ -> subject.number(KnownGlobal.LOG_LEVEL).filter(n -> n >= 4).isPresent())
        .ifPresent(setting -> out.at(setting, "The log level is the one for debugging."));
    for (KnownGlobal error : List.of(KnownGlobal.LOG_STDERROR, KnownGlobal.STDERROR_ENABLED)) {
      if (error.in(subject.version())) {
        subject
            .setting(error)
            .filter(_ -> subject.text(error).map(Texts::on).orElse(false))
            .ifPresent(setting -> out.at(setting, "The log goes to standard error."));
      }
    }
  }

  private static void answers(Subject subject, Out out) {
    if (!subject.whole()) {
      return;
    }
    boolean handled =
        subject.flow().routes().stream().anyMatch(r -> r.kind().text().equals("error_route"));
    if (!handled) {
      out.at(subject.main(), "There is no error_route.");
    }
    boolean options =
        subject.loads("options")
            || subject.statements().stream()
                .flatMap(Statements::expressions)
                .anyMatch(e -> mentionsOptions(e.span().in(subject.tree().text())));
    if (!options && subject.calls(Role.RELAY).findAny().isPresent()) {
      out.at(subject.main(), "OPTIONS for the server itself has no answer of its own.");
    }
  }

  private static boolean mentionsOptions(String text) {
    return text.contains("OPTIONS");
  }

  private static void dns(Subject subject, Out out) {
    if (subject.whole()
        && subject.setting(KnownGlobal.DISABLE_DNS_FAILOVER).isEmpty()
        && subject.setting(KnownGlobal.DISABLE_DNS_BLACKLIST).isEmpty()
        && subject.calls(Role.RELAY).findAny().isPresent()) {
      out.at(subject.main(), "Nothing says whether DNS gives a next destination.");
    }
  }
}
