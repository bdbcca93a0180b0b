package dev.opensipsmcp.cfg.internal.lint;

import static dev.opensipsmcp.cfg.finding.Severity.LOW;

import dev.opensipsmcp.cfg.internal.flow.KnownFunction;
import dev.opensipsmcp.cfg.lint.Need;
import dev.opensipsmcp.cfg.syntax.SocketDefinition;
import java.util.List;
import java.util.Optional;

/** Rules about what the server has to work with: workers, memory, connections, tables. */
final class CapacityRules {
  private static final long MEGABYTE = 1024L * 1024;

  private CapacityRules() {}

  static List<AuditRule> rules() {
    return List.of(
        AuditRule.of(
                "R27",
                LOW,
                "number of workers left to the default",
                "Eight workers are few for a busy server and many for a small one.",
                CapacityRules::workers)
            .since("`udp_workers` since 3.0")
            .fix("Set `udp_workers` to the number of cores, or more where they wait."),
        AuditRule.of(
                "R28",
                LOW,
                "shared memory of the default size",
                "Registrations, dialogs and tables fill it, and calls are refused.",
                CapacityRules::memory)
            .needs(Need.LIVE)
            .unless(subject ->
                NodeRules.told(subject, live -> live.sharedMemory().isPresent(), "its memory"))
            .fix("Start the server with -m and as many megabytes as its tables need."),
        AuditRule.of(
                "R29",
                LOW,
                "limits of connections",
                "Clients are dropped, or can't be called any more.",
                CapacityRules::connections)
            .fix(
                "Set `tcp_max_connections` to the number of clients, and `tcp_connection_lifetime`"
                    + " or `registrar`'s `tcp_persistent_flag` to outlast a registration."),
        AuditRule.of(
                "R40",
                LOW,
                "tables of another version",
                "The server refuses to start, or a module does.",
                CapacityRules::tables)
            .needs(Need.DATABASE)
            .unless(Tables::obstacle)
            .fix("Bring the tables to the version of the server."));
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
        .live()
        .flatMap(live -> live.sharedMemory())
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
                .filter(table -> Tables.used(subject, table))
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
