package dev.opensipsmcp.lab.internal.command;

import com.google.gson.JsonObject;
import dev.opensipsmcp.lab.internal.rpc.Arguments;
import dev.opensipsmcp.lab.internal.rpc.Command;
import dev.opensipsmcp.lab.internal.rpc.Outcome;
import dev.opensipsmcp.lab.internal.state.QueryFailed;
import dev.opensipsmcp.lab.internal.state.Row;
import dev.opensipsmcp.lab.internal.state.Tables;
import java.util.List;
import java.util.Optional;

/**
 * The scripts of module cpl_c, by user name, in table {@code cpl}; the node does not tell domains
 * apart. A database from outside lets nothing be written.
 */
final class CplCommands {
  private static final String TABLE = "cpl";

  private final Tables tables;

  CplCommands(Tables tables) {
    this.tables = tables;
    tables.seed(
        TABLE, row("alice", "<cpl><incoming><reject status=\"busy\"/></incoming></cpl>", "1"));
  }

  private static Row row(String user, String script, String id) {
    return Row.of("id", id, "username", user, "domain", "", "cpl_xml", script);
  }

  List<Command> all() {
    return List.of(
        Command.of("LOAD_CPL", "cpl_c:load", this::load),
        Command.of("REMOVE_CPL", "cpl_c:remove", this::remove),
        Command.of("GET_CPL", "cpl_c:get", this::get));
  }

  private static Optional<String> user(Arguments arguments) {
    String uri = arguments.text("username");
    int at = uri.indexOf('@');
    return uri.startsWith("sip:") && at > 0
        ? Optional.of(uri.substring(uri.indexOf(':') + 1, at))
        : Optional.empty();
  }

  private static Outcome badUser() {
    return Outcome.refuse(400, "Bad user@host");
  }

  /** No file of this machine is read: the name must look like a script's. */
  private Outcome load(Arguments arguments) {
    Optional<String> user = user(arguments);
    if (user.isEmpty()) {
      return badUser();
    }
    if (!arguments.text("cpl_filename").endsWith(".xml")) {
      return Outcome.refuse(500, "Cannot read CPL file");
    }
    if (tables.fromOutside()) {
      return Outcome.refuse(500, "Cannot save CPL to database");
    }
    String script = "<cpl><incoming><proxy timeout=\"20\"/></incoming></cpl>";
    tables.replace(
        TABLE,
        row -> row.text("username").equals(user.get()),
        Row.of("username", user.get(), "domain", "", "cpl_xml", script));
    return Outcome.ok();
  }

  private Outcome remove(Arguments arguments) {
    Optional<String> user = user(arguments);
    if (user.isEmpty()) {
      return badUser();
    }
    if (tables.fromOutside()) {
      return Outcome.refuse(500, "Database remove failed");
    }
    tables.delete(TABLE, "username", user.get());
    return Outcome.ok();
  }

  private Outcome get(Arguments arguments) {
    Optional<String> user = user(arguments);
    if (user.isEmpty()) {
      return badUser();
    }
    try {
      JsonObject json = new JsonObject();
      json.addProperty("script", script(user.get()));
      return Outcome.value(json);
    } catch (QueryFailed e) {
      return Outcome.refuse(500, "Database query failed");
    }
  }

  private String script(String user) {
    return tables.rows(TABLE).stream()
        .filter(row -> row.text("username").equals(user))
        .map(row -> row.text("cpl_xml"))
        .findFirst()
        .orElse("");
  }
}
