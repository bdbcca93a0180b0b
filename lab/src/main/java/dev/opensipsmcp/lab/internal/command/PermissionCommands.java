package dev.opensipsmcp.lab.internal.command;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.opensipsmcp.lab.internal.rpc.Arguments;
import dev.opensipsmcp.lab.internal.rpc.Command;
import dev.opensipsmcp.lab.internal.rpc.Outcome;
import dev.opensipsmcp.lab.internal.state.Row;
import dev.opensipsmcp.lab.internal.state.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The address lists of module permissions. The table has one address more than was loaded, so that
 * a reload shows.
 */
final class PermissionCommands {
  private static final String PARTITION = "default";
  private static final String TABLE = "address";

  private record Address(
      int group,
      Network network,
      String ip,
      int port,
      String protocol,
      String pattern,
      String info) {
    boolean subnet() {
      return network.length() < network.address().getAddress().length * 8;
    }

    String mask() {
      return subnet()
          ? network.mask().getHostAddress()
          : Integer.toString(network.address().getAddress().length * 8);
    }
  }

  private final Tables tables;
  private List<Address> loaded = List.of();

  PermissionCommands(Tables tables) {
    this.tables = tables;
    tables.seed(
        TABLE,
        row("1", "1", "192.0.2.40", "32", "0", "any", "", "carrier A"),
        row("2", "1", "192.0.2.41", "32", "5060", "udp", "", "carrier A standby"),
        row("3", "2", "198.51.100.1", "32", "5060", "tcp", "^sip:.*", "trunk"),
        row("4", "1", "203.0.113.0", "24", "0", "udp", "", "office"),
        row("5", "3", "198.51.100.128", "25", "0", "any", "", "partners"));
    load();
    // Written since the node started: active after the next reload.
    tables.seed(TABLE, row("6", "1", "192.0.2.45", "32", "5060", "udp", "", "new trunk"));
  }

  private static Row row(
      String id,
      String group,
      String ip,
      String mask,
      String port,
      String protocol,
      String pattern,
      String info) {
    return Row.of(
        "id", id,
        "grp", group,
        "ip", ip,
        "mask", mask,
        "port", port,
        "proto", protocol,
        "pattern", pattern,
        "context_info", info);
  }

  /** A row whose address is none is passed over, as on a real node. */
  private void load() {
    List<Address> fresh = new ArrayList<>();
    for (Row row : tables.loadOne(TABLE)) {
      String ip = row.text("ip");
      Network.parse(ip + '/' + row.number("mask", 32))
          .ifPresent(network ->
              fresh.add(
                  new Address(
                      row.number("grp"),
                      network,
                      network.address().getHostAddress(),
                      row.number("port"),
                      row.has("proto") ? row.text("proto").toLowerCase(Locale.ROOT) : "any",
                      row.text("pattern"),
                      row.text("context_info"))));
    }
    loaded = fresh;
  }

  List<Command> all() {
    return List.of(
        Command.of("address_reload", "permissions:address_reload", this::reload),
        Command.of("address_dump", "permissions:address_dump", some -> dump(some, false)),
        Command.of("subnet_dump", "permissions:subnet_dump", some -> dump(some, true)),
        Command.of("allow_uri", "permissions:allow_uri", PermissionCommands::allow));
  }

  private static boolean known(Arguments arguments) {
    return arguments.optionalText("partition").orElse(PARTITION).equals(PARTITION);
  }

  private Outcome reload(Arguments arguments) {
    if (!known(arguments)) {
      return Outcome.refuse(400, "Trusted table reload failed");
    }
    return Reading.again(
        this::load,
        arguments.has("partition")
            ? Outcome.refuse(500, "Failed to reolad")
            : Outcome.refuse(400, "failed to reload partition  default!"));
  }

  private Outcome dump(Arguments arguments, boolean subnets) {
    if (!known(arguments)) {
      return Outcome.refuse(404, "No such partition");
    }
    if (arguments.has("partition")) {
      return Outcome.value(print("part", subnets));
    }
    JsonArray partitions = new JsonArray();
    partitions.add(print("name", subnets));
    JsonObject json = new JsonObject();
    json.add("Partitions", partitions);
    return Outcome.value(json);
  }

  private JsonObject print(String name, boolean subnets) {
    JsonArray destinations = new JsonArray();
    for (Address address : loaded) {
      if (address.subnet() == subnets) {
        JsonObject json = new JsonObject();
        json.addProperty("grp", address.group());
        json.addProperty("ip", address.ip());
        json.addProperty("mask", address.mask());
        json.addProperty("port", address.port());
        json.addProperty("proto", address.protocol());
        json.addProperty("pattern", address.pattern());
        json.addProperty("context_info", address.info());
        destinations.add(json);
      }
    }
    JsonObject json = new JsonObject();
    json.addProperty(name, PARTITION);
    json.add("Destinations", destinations);
    return json;
  }

  /** There is one pair of files, {@code register}, which lets people register their own contact. */
  private static Outcome allow(Arguments arguments) {
    boolean own = arguments.text("contact").startsWith(user(arguments.text("uri")));
    return arguments.text("basename").equals("register") && own
        ? Outcome.ok()
        : Outcome.refuse(403, "Forbidden");
  }

  private static String user(String uri) {
    int at = uri.indexOf('@');
    return at < 0 ? uri : uri.substring(0, at + 1);
  }
}
