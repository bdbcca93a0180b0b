package dev.opensipsmcp.lab.internal.command;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.opensipsmcp.lab.internal.rpc.Arguments;
import dev.opensipsmcp.lab.internal.rpc.Command;
import dev.opensipsmcp.lab.internal.rpc.Outcome;
import java.util.ArrayList;
import java.util.List;

/**
 * The address lists of module permissions. The table has one address more than was loaded, so that
 * a reload shows.
 */
final class PermissionCommands {
  private static final String PARTITION = "default";
  private static final String HOST = "32";

  private record Address(
      int group, String ip, String mask, int port, String protocol, String pattern, String info) {
    boolean subnet() {
      return !mask.equals(HOST);
    }
  }

  private static final Address NOT_LOADED_YET =
      new Address(1, "192.0.2.45", HOST, 5060, "udp", "", "new trunk");

  private final List<Address> loaded =
      new ArrayList<>(
          List.of(
              new Address(1, "192.0.2.40", HOST, 0, "any", "", "carrier A"),
              new Address(1, "192.0.2.41", HOST, 5060, "udp", "", "carrier A standby"),
              new Address(2, "198.51.100.1", HOST, 5060, "tcp", "^sip:.*", "trunk"),
              new Address(1, "203.0.113.0", "255.255.255.0", 0, "udp", "", "office"),
              new Address(3, "198.51.100.128", "255.255.255.128", 0, "any", "", "partners")));

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
    if (!loaded.contains(NOT_LOADED_YET)) {
      loaded.add(NOT_LOADED_YET);
    }
    return Outcome.ok();
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
