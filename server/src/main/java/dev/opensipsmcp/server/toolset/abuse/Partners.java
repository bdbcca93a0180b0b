package dev.opensipsmcp.server.toolset.abuse;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.opensipsmcp.db.DbError;
import dev.opensipsmcp.db.DbReads;
import dev.opensipsmcp.db.DbResult;
import dev.opensipsmcp.db.Row;
import dev.opensipsmcp.db.row.Select;
import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.Table;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.common.SipHost;
import dev.opensipsmcp.sip.net.IpAddress;
import dev.opensipsmcp.sip.net.IpNetwork;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Whom the node works with: gateways, destinations and trusted addresses, as its tables say; where
 * no database is configured, as the node itself says.
 *
 * @param ports reach the node and its database
 */
record Partners(ReadPorts ports) {
  private static final int MOST = 20_000;

  /** The node's lists of the same, with what their entries are. */
  private enum Told {
    DESTINATIONS("ds_list", "a dispatcher destination"),
    GATEWAYS("dr_gw_status", "a gateway"),
    BALANCED("lb_list", "a load balancer destination"),
    TRUSTED("address_dump", "a trusted address"),
    TRUSTED_NETWORKS("subnet_dump", "in a trusted network");

    private final String command;
    private final String what;

    Told(String command, String what) {
      this.command = command;
      this.what = what;
    }
  }

  /**
   * {@return what the address is, if the node works with it}
   *
   * @param unchecked takes what could not be looked at
   */
  Optional<String> find(IpAddress address, List<String> unchecked) {
    return switch (ports.db()) {
      case DbResult.Failure<DbReads>(DbError error) -> {
        unchecked.add("the database: " + error.cause());
        yield told(address, unchecked);
      }
      case DbResult.Success<DbReads>(DbReads reads) -> stored(reads, address, unchecked);
    };
  }

  private static Optional<String> stored(DbReads reads, IpAddress address, List<String> unchecked) {
    List<Hosts.Named> hosts = new ArrayList<>();
    for (String table : Guarded.TABLES) {
      // The columns that count are alike in all versions.
      Table known = Facts.of(Version.V4_0).table(table).orElseThrow();
      switch (reads.rows().list(Select.first(known, List.of(), MOST))) {
        case DbResult.Failure<List<Row>>(DbError error) ->
            unchecked.add("table " + table + ": " + error.cause());
        case DbResult.Success<List<Row>>(List<Row> rows) -> {
          if (rows.size() == MOST) {
            unchecked.add("what table " + table + " has beyond " + MOST + " rows");
          }
          for (Row row : rows) {
            Optional<IpNetwork> trusted = trusted(table, row);
            if (trusted.isPresent() && trusted.get().contains(address)) {
              return Optional.of("trusted by table address (" + trusted.get() + ")");
            }
            add(hosts, table, row);
          }
        }
      }
    }
    return new Hosts(hosts).find(address, unchecked);
  }

  private static Optional<IpNetwork> trusted(String table, Row row) {
    return table.equals("address")
        ? IpNetwork.parse(row.text("ip").strip() + '/' + row.text("mask").strip())
            .or(() -> IpNetwork.parse(row.text("ip").strip()))
        : Optional.empty();
  }

  private static void add(List<Hosts.Named> hosts, String table, Row row) {
    switch (table) {
      case "dispatcher" ->
          hosts.add(
              new Hosts.Named(SipHost.ofUri(row.text("destination")), Told.DESTINATIONS.what));
      case "dr_gateways" ->
          hosts.add(new Hosts.Named(SipHost.ofUri(row.text("address")), Told.GATEWAYS.what));
      case "load_balancer" ->
          hosts.add(new Hosts.Named(SipHost.ofUri(row.text("dst_uri")), Told.BALANCED.what));
      default -> {
        // Table address holds networks, which are looked at where they are read.
      }
    }
  }

  private Optional<String> told(IpAddress address, List<String> unchecked) {
    List<Hosts.Named> hosts = new ArrayList<>();
    for (Told list : Told.values()) {
      switch (ports.mi().read(list.command, new JsonObject())) {
        case MiResult.Failure<JsonElement> _ -> unchecked.add("the node's " + list.command);
        case MiResult.Success<JsonElement>(JsonElement answer) -> {
          Entries entries = new Entries(list.what, address, hosts);
          entries.read(answer);
          if (entries.inNetwork) {
            return Optional.of(list.what);
          }
        }
      }
    }
    return new Hosts(hosts).find(address, unchecked);
  }

  /** Takes what is an address, a URI, or a network out of an answer of any shape. */
  private static final class Entries {
    private final String what;
    private final IpAddress address;
    private final List<Hosts.Named> hosts;
    private boolean inNetwork;

    private Entries(String what, IpAddress address, List<Hosts.Named> hosts) {
      this.what = what;
      this.address = address;
      this.hosts = hosts;
    }

    private void read(JsonElement value) {
      switch (value) {
        case JsonArray items -> items.forEach(this::read);
        case JsonObject object -> {
          inNetwork |=
              network(Json.text(object, "ip"), Json.text(object, "mask"))
                  .filter(network -> network.contains(address))
                  .isPresent();
          object.asMap().values().forEach(this::read);
        }
        case JsonPrimitive text -> {
          String host = SipHost.ofUri(text.getAsString());
          boolean uri = text.getAsString().regionMatches(true, 0, "sip", 0, 3);
          if (uri || IpAddress.of(host).isPresent()) {
            hosts.add(new Hosts.Named(host, what));
          }
        }
        default -> {
          // Nothing is there.
        }
      }
    }
  }

  /** The mask is a number of bits, or written as an address whose leading bits are set. */
  private static Optional<IpNetwork> network(String ip, String mask) {
    Optional<IpAddress> dotted = IpAddress.of(mask);
    int bits = dotted.map(one -> BitSet.valueOf(one.bytes()).cardinality()).orElse(-1);
    return IpNetwork.parse(ip + '/' + (bits < 0 ? mask : String.valueOf(bits)));
  }
}
