package dev.opensipsmcp.lab.internal.state;

import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.lab.LabFeature;
import dev.opensipsmcp.lab.LabSettings;
import dev.opensipsmcp.lab.internal.event.EventBus;
import java.time.Clock;
import java.time.Instant;

/**
 * All that the node knows. One command at a time touches it.
 *
 * @param settings what the node is like
 * @param started when it started
 * @param processes its processes
 * @param dialogs its calls
 * @param statistics its counters
 * @param sessions its B2B sessions
 * @param tables its database
 * @param events who is subscribed to its events
 * @param deeds what it did
 * @param inside what it holds that no command shows
 */
public record NodeState(
    LabSettings settings,
    Instant started,
    Processes processes,
    Dialogs dialogs,
    Statistics statistics,
    Sessions sessions,
    Tables tables,
    EventBus events,
    Deeds deeds,
    Inside inside) {

  /**
   * {@return a node's state at the start}
   *
   * @param settings what the node is like
   * @param httpPort the port of its MI over HTTP
   */
  public static NodeState of(LabSettings settings, int httpPort) {
    Clock clock = settings.clock();
    Instant now = clock.instant();
    Processes processes = new Processes(httpPort);
    Statistics statistics = new Statistics(processes);
    Dialogs dialogs =
        new Dialogs(
            Seed.dialogs(now.getEpochSecond(), settings.version()),
            settings.generatedDialogs(),
            now.getEpochSecond(),
            clock.getZone());
    statistics.follow("active_dialogs", dialogs::active);
    statistics.follow("early_dialogs", dialogs::early);
    statistics.follow(
        "timestamp", () -> (int) (clock.instant().getEpochSecond() - now.getEpochSecond()));
    Deeds deeds = new Deeds(clock, settings.receivedLimit());
    return new NodeState(
        settings,
        now,
        processes,
        dialogs,
        statistics,
        new Sessions(now.getEpochSecond()),
        new Tables(Facts.of(settings.version()), settings.tables()),
        new EventBus(settings.version(), clock, deeds),
        deeds,
        new Inside());
  }

  /**
   * {@return whether the node is configured with something}
   *
   * @param feature what
   */
  public boolean has(LabFeature feature) {
    return settings.features().contains(feature);
  }

  /** {@return the node's clock} */
  public Clock clock() {
    return settings.clock();
  }
}
