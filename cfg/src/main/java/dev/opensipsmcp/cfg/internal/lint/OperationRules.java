package dev.opensipsmcp.cfg.internal.lint;

import static dev.opensipsmcp.cfg.finding.Severity.LOW;

import dev.opensipsmcp.cfg.flow.Mark;
import dev.opensipsmcp.cfg.internal.flow.Expressions;
import dev.opensipsmcp.cfg.internal.flow.KnownFunction;
import dev.opensipsmcp.cfg.internal.flow.Role;
import dev.opensipsmcp.cfg.internal.flow.Statements;
import dev.opensipsmcp.cfg.lint.Need;
import dev.opensipsmcp.cfg.syntax.Call;
import dev.opensipsmcp.cfg.syntax.SocketDefinition;
import dev.opensipsmcp.cfg.syntax.Span;
import dev.opensipsmcp.facts.Version;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Rules about running it: blocking calls, thresholds, logs, workers, memory, connections. */
final class OperationRules {
  private static final long MEGABYTE = 1024L * 1024;

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
                "R27",
                LOW,
                "number of workers left to the default",
                "Eight workers are few for a busy server and many for a small one.",
                OperationRules::workers)
            .since("`udp_workers` since 3.0")
            .fix("Set `udp_workers` to the number of cores, or more where they wait."),
        AuditRule.of(
                "R28",
                LOW,
                "shared memory of the default size",
                "Registrations, dialogs and tables fill it, and calls are refused.",
                OperationRules::memory)
            .needs(Need.HOST)
            .fix("Start the server with -m and as many megabytes as its tables need."),
        AuditRule.of(
                "R29",
                LOW,
                "limits of connections",
                "Clients are dropped, or can't be called any more.",
                OperationRules::connections)
            .fix(
                "Set `tcp_max_connections` to the number of clients, and `tcp_connection_lifetime`"
                    + " or `registrar`'s `tcp_persistent_flag` to outlast a registration."),
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
            .fix("Set `disable_dns_failover` and `disable_dns_blacklist` to what you want."),
        AuditRule.of(
                "R40",
                LOW,
                "tables of another version",
                "The server refuses to start, or a module does.",
                OperationRules::tables)
            .needs(Need.DATABASE)
            .fix("Bring the tables to the version of the server."));
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

  private static void workers(Subject subject, Out out) {
    subject
        .setting(KnownGlobal.TIMER_WORKERS)
        .filter(_ -> subject.number(KnownGlobal.TIMER_WORKERS).filter(n -> n == 1).isPresent())
        .ifPresent(setting -> out.at(setting, "One process does all timers."));
    if (subject.setting(KnownGlobal.UDP_WORKERS).isEmpty()) {
      subject
          .listening("udp")
          .filter(socket ->
              socket.options().stream().noneMatch(o -> o.name().text().equals("use_workers")))
          .findFirst()
          .ifPresent(socket -> out.at(socket.span(), "The default number of workers reads this."));
    }
  }

  private static void memory(Subject subject, Out out) {
    subject
        .surroundings()
        .host()
        .flatMap(host -> host.sharedMemory())
        .filter(bytes -> bytes <= 64 * MEGABYTE)
        .filter(_ -> subject.loads("usrloc", "dialog", "dispatcher", "drouting"))
        .ifPresent(bytes ->
            out.at(subject.main(), "The server has " + bytes / MEGABYTE + " MB of shared memory."));
  }

  private static void connections(Subject subject, Out out) {
    Optional<SocketDefinition> stream = subject.listening("tcp", "tls", "ws", "wss").findFirst();
    if (stream.isEmpty()) {
      return;
    }
    if (subject.number(KnownGlobal.TCP_MAX_CONNECTIONS).orElse(0L) == 0) {
      out.at(stream.get().span(), "tcp_max_connections is left to its default.");
    }
    long lifetime = subject.number(KnownGlobal.TCP_LIFETIME).orElse(120L);
    boolean saves = subject.calls(KnownFunction.SAVE).findAny().isPresent();
    if (saves
        && lifetime < subject.number(KnownParameter.MAX_EXPIRES).orElse(3600L)
        && subject.last(KnownParameter.TCP_PERSISTENT).isEmpty()) {
      out.at(
          stream.get().span(),
          "A connection is closed after " + lifetime + " seconds, before its contact ends.");
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

  private static void tables(Subject subject, Out out) {
    subject
        .surroundings()
        .database()
        .orElseThrow()
        .tableVersions()
        .forEach((name, version) ->
            subject
                .facts()
                .table(name)
                .filter(table -> table.version() != version)
                .ifPresent(table ->
                    out.at(
                        subject.main(),
                        "Table "
                            + name
                            + " has version "
                            + version
                            + ", not "
                            + table.version()
                            + ".")));
  }
}
