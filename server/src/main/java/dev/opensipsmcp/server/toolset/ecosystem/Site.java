package dev.opensipsmcp.server.toolset.ecosystem;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.db.DbError;
import dev.opensipsmcp.db.DbReads;
import dev.opensipsmcp.db.DbResult;
import dev.opensipsmcp.mi.MiError;
import dev.opensipsmcp.mi.MiNode;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.server.config.EvidenceEntry.HomerEntry;
import dev.opensipsmcp.server.config.EvidenceEntry.RelayEntry;
import dev.opensipsmcp.server.config.InsightEntry.PanelEntry;
import dev.opensipsmcp.server.instance.FleetNode;
import dev.opensipsmcp.server.instance.FleetReads;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Scope;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.core.Uptime;
import dev.opensipsmcp.server.toolset.ecosystem.Part.Seen;
import dev.opensipsmcp.server.toolset.evidence.CallWatch;
import dev.opensipsmcp.server.toolset.evidence.EvidenceDesk;
import dev.opensipsmcp.server.toolset.evidence.Stores;
import dev.opensipsmcp.sip.homer.Homer;
import dev.opensipsmcp.sip.homer.HomerHealth;
import dev.opensipsmcp.sip.relay.RelayAddress;
import dev.opensipsmcp.sip.relay.RelayAnswer;
import dev.opensipsmcp.sip.relay.RtpEngine;
import dev.opensipsmcp.sip.relay.RtpProxy;
import dev.opensipsmcp.sip.trace.Found;
import dev.opensipsmcp.sip.trace.TraceError;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All that belongs to a site, as configured.
 *
 * @param fleet the nodes, with their databases
 * @param desk Homer and the relays
 * @param panel the Control Panel
 */
record Site(FleetReads fleet, EvidenceDesk desk, Optional<PanelEntry> panel) {
  static final String ASK = "Ask whoever runs this server to set ";

  /** {@return its parts; none is asked before somebody looks at it} */
  List<Part> parts(ReadPorts ports) {
    List<Part> parts = new ArrayList<>();
    List<FleetNode> nodes = fleet.nodes();
    nodes.forEach(node -> parts.add(node(node)));
    nodes.forEach(node -> parts.add(database(node, ports)));
    parts.add(homer(ports));
    List<RelayEntry> relays = desk.settings().relays();
    relays.forEach(relay -> parts.add(relay(relay)));
    if (relays.isEmpty()) {
      parts.add(
          Part.absent("relay", List.of("relay_ping"), ASK + "OPENSIPS_MCP_RELAY_URL or relays."));
    }
    parts.add(panel.map(ControlPanel::part).orElseGet(ControlPanel::absent));
    return parts;
  }

  private static Part node(FleetNode node) {
    return new Part(
        "opensips",
        node.name(),
        node.name(),
        "MI uptime and version",
        List.of("health_check", "instance_list", "perf_hotspots"),
        "",
        () -> look(node));
  }

  private static Seen look(FleetNode node) {
    return switch (node.mi().read("uptime", new JsonObject())) {
      case MiResult.Failure<JsonElement>(MiError error) ->
          new Seen(Seen.DOWN, error.cause(), error.nextStep());
      case MiResult.Success<JsonElement>(JsonElement answer) -> {
        long up = Uptime.seconds(Json.asObject(answer));
        String version =
            switch (node.mi().node()) {
              case MiResult.Success<MiNode>(MiNode told) -> told.server() + ", ";
              case MiResult.Failure<MiNode> _ -> "";
            };
        yield up >= 0 && up < 300
            ? new Seen(
                Seen.DEGRADED,
                version + "started only " + up + " s ago",
                "Look for the reason of the restart in its log, with log_explain.")
            : Seen.ok(version + "up for " + up + " s");
      }
    };
  }

  private static Part database(FleetNode node, ReadPorts ports) {
    if (!ports.rights().grants(Scope.DB_READ)) {
      return new Part(
          "database",
          "of " + node.name(),
          node.name(),
          "not asked",
          List.of(),
          "",
          () -> new Seen(Seen.NOT_ASKED, "The caller's role may not read databases.", ""));
    }
    return switch (node.database()) {
      case DbResult.Failure<DbReads>(DbError error)
          when error.kind() == DbError.Kind.NOT_CONFIGURED ->
          Part.absent(
              "database", List.of("db_schema_check"), ASK + "OPENSIPS_MCP_DB_URL or database.");
      case DbResult.Failure<DbReads>(DbError error) ->
          new Part(
              "database",
              "of " + node.name(),
              node.name(),
              "a connection",
              List.of("db_schema_check"),
              "",
              () -> new Seen(Seen.DOWN, error.cause(), error.nextStep()));
      case DbResult.Success<DbReads>(DbReads reads) ->
          new Part(
              "database",
              "of " + node.name(),
              reads.where(),
              "a read of its catalogue",
              List.of("db_schema_check", "db_table_list"),
              "",
              () -> look(reads));
    };
  }

  private static Seen look(DbReads reads) {
    return switch (reads.schema().actual()) {
      case DbResult.Failure<?>(DbError error) ->
          new Seen(Seen.DOWN, error.cause(), error.nextStep());
      case DbResult.Success<?> _ ->
          Seen.ok(reads.dialect().label() + " answers, its catalogue can be read");
    };
  }

  private Part homer(ReadPorts ports) {
    Optional<HomerEntry> entry = desk.settings().homer();
    if (entry.isEmpty()) {
      return Part.absent("homer", List.of("homer_health"), ASK + "OPENSIPS_MCP_HOMER_URL.");
    }
    return new Part(
        "homer",
        "homer",
        entry.get().url(),
        "its API, with the credentials",
        List.of("homer_health", "homer_search_calls", "call_ladder"),
        "",
        () -> look(Stores.of(desk).homer(), ports));
  }

  private static Seen look(Optional<Homer> homer, ReadPorts ports) {
    if (homer.isEmpty()) {
      return new Seen(Seen.DOWN, "Its token can't be sent.", "Check homer.token.");
    }
    return switch (homer.get().health(new CallWatch(ports, "health"))) {
      case Found.Failure<HomerHealth>(TraceError error) ->
          new Seen(Seen.DOWN, error.message(), error.next());
      case Found.Value<HomerHealth>(HomerHealth health, _) ->
          Seen.ok("API " + health.api() + " answered in " + health.took().toMillis() + " ms");
    };
  }

  private static Part relay(RelayEntry relay) {
    boolean engine = relay.kind().equals("rtpengine");
    return new Part(
        "relay",
        relay.name(),
        relay.url(),
        engine ? "a ping over its control protocol" : "its version over its control protocol",
        List.of("relay_ping", "relay_get_statistics", "media_summary"),
        "",
        () -> look(relay, engine));
  }

  private static Seen look(RelayEntry relay, boolean engine) {
    Optional<RelayAddress> address = RelayAddress.parse(relay.url());
    if (address.isEmpty()) {
      return new Seen(Seen.DOWN, "Its address can't be read.", "Check relays.");
    }
    Duration timeout = Duration.ofMillis(relay.timeoutMs());
    long from = System.nanoTime();
    RelayAnswer<?> answer =
        engine
            ? new RtpEngine(address.get(), timeout).ping()
            : new RtpProxy(address.get(), timeout).version();
    return switch (answer) {
      case RelayAnswer.Value<?> _ ->
          Seen.ok("answered in " + (System.nanoTime() - from) / 1_000_000 + " ms");
      case RelayAnswer.Failure<?>(var error) -> new Seen(Seen.DOWN, error.message(), error.next());
    };
  }
}
