package dev.opensipsmcp.lab.internal.command;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.lab.internal.rpc.Arguments;
import dev.opensipsmcp.lab.internal.rpc.Command;
import dev.opensipsmcp.lab.internal.rpc.Outcome;
import dev.opensipsmcp.lab.internal.state.NodeState;
import dev.opensipsmcp.lab.internal.state.Row;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The registrations that the node itself holds elsewhere (module uac_registrant), and the NAT pings
 * of module nathelper. There is no registrar: what is sent to one is taken as accepted at once.
 */
final class RegistrantCommands {
  private static final DateTimeFormatter CTIME =
      DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.US);
  private static final String TABLE = "registrant";
  private static final int EXPIRES = 300;
  private static final String WAITING = "sip:trunk2@example.net";

  /** It was registered once, before somebody switched it off. */
  private static final String BARRED = "sip:trunk3@example.net";

  private static final class Registrant {
    private final String aor;
    private final String registrar;
    private final String binding;
    private final String socket;
    private String state;
    private boolean enabled;
    private Instant sent = Instant.EPOCH;
    private Instant until = Instant.EPOCH;

    Registrant(Row row) {
      this.aor = row.text("aor");
      this.registrar = row.text("registrar");
      this.binding = row.text("binding_URI");
      this.socket = row.text("forced_socket");
      this.enabled = row.number("state") == 0;
      this.state = "NOT_REGISTERED_STATE";
    }

    boolean same(Registrant other) {
      return aor.equals(other.aor)
          && registrar.equals(other.registrar)
          && binding.equals(other.binding);
    }

    void off() {
      state = "NOT_REGISTERED_STATE";
    }

    void waiting() {
      state = "REGISTERING_STATE";
      until = Instant.EPOCH;
    }

    void registered(Instant now) {
      state = "REGISTERED_STATE";
      sent = now;
      until = now.plusSeconds(EXPIRES);
    }
  }

  private final NodeState state;
  private final List<Registrant> all = new ArrayList<>();
  private int pinging = 1;

  RegistrantCommands(NodeState state) {
    this.state = state;
    state
        .tables()
        .seed(
            TABLE,
            row("trunk1@carrier.example.com", "203.0.113.5", "", true),
            row(WAITING.substring("sip:".length()), "203.0.113.6", "udp:192.0.2.1:5060", true),
            row(BARRED.substring("sip:".length()), "203.0.113.6", "", false));
    load();
    all.stream()
        .filter(one -> one.enabled || one.aor.equals(BARRED))
        .forEach(one -> one.registered(state.started()));
    all.stream().filter(one -> !one.enabled).forEach(Registrant::off);
    all.stream().filter(one -> one.aor.equals(WAITING)).forEach(Registrant::waiting);
    // Put into the table since then, so not known before a reload.
    state.tables().seed(TABLE, row("trunk4@carrier.example.com", "203.0.113.5", "", true));
  }

  private static Row row(String user, String registrar, String socket, boolean enabled) {
    return Row.of(
        "aor",
        "sip:" + user,
        "registrar",
        "sip:" + registrar,
        "binding_URI",
        "sip:" + user.substring(0, user.indexOf('@')) + "@192.0.2.1:5060",
        "forced_socket",
        socket,
        "state",
        enabled ? "0" : "1");
  }

  /** Takes in the table's rows; those that were known keep their state. */
  private void load() {
    List<Registrant> fresh = new ArrayList<>();
    for (Row row : state.tables().loadOne(TABLE)) {
      Registrant one = new Registrant(row);
      fresh.add(all.stream().filter(one::same).findFirst().orElse(one));
    }
    all.clear();
    all.addAll(fresh);
  }

  List<Command> registrants() {
    return List.of(
        Command.of("reg_list", "uac_registrant:list", this::list),
        Command.of("reg_reload", "uac_registrant:reload", this::reload),
        Command.of("reg_enable", "uac_registrant:enable", a -> set(a, true)),
        Command.of("reg_disable", "uac_registrant:disable", a -> set(a, false)),
        Command.of("reg_force_register", "uac_registrant:force_register", this::force));
  }

  /** Since 4.0 its former name is not taken. */
  List<Command> nat() {
    String ping =
        state.settings().version() == Version.V4_0 ? "nathelper:enable_ping" : "nh_enable_ping";
    return List.of(Command.of(ping, "nathelper:enable_ping", this::ping));
  }

  private Outcome ping(Arguments arguments) {
    if (arguments.has("status")) {
      pinging = arguments.number("status") == 0 ? 0 : 1;
      return Outcome.ok();
    }
    JsonObject json = new JsonObject();
    json.addProperty("Status", pinging);
    return Outcome.value(json);
  }

  private Optional<Registrant> find(Arguments arguments) {
    return all.stream()
        .filter(one -> one.aor.equals(arguments.text("aor")))
        .filter(one -> one.binding.equals(arguments.text("contact")))
        .filter(one -> one.registrar.equals(arguments.text("registrar")))
        .findFirst();
  }

  private static Outcome unknown() {
    return Outcome.refuse(404, "No such registrant");
  }

  private Outcome list(Arguments arguments) {
    JsonObject json = new JsonObject();
    if (arguments.has("aor")) {
      Optional<Registrant> one = find(arguments);
      if (one.isEmpty()) {
        return unknown();
      }
      json.add("Registrant", json(one.get()));
      return Outcome.value(json);
    }
    JsonArray records = new JsonArray();
    all.forEach(one -> records.add(json(one)));
    json.add("Records", records);
    return Outcome.value(json);
  }

  private Outcome reload(Arguments arguments) {
    if (arguments.has("aor")) {
      return reloadOne(arguments);
    }
    return Reading.again(this::load, Outcome.serverError());
  }

  /** Reads one record, which need not have been known. */
  private Outcome reloadOne(Arguments arguments) {
    int[] found = {0};
    Outcome outcome =
        Reading.again(
            () -> found[0] = state.tables().loadSome(TABLE, TABLE, row -> meant(arguments, row)),
            Outcome.serverError());
    if (outcome instanceof Outcome.Refusal) {
      return outcome;
    }
    state.tables().loaded(TABLE).stream()
        .filter(row -> meant(arguments, row))
        .map(Registrant::new)
        .filter(one -> all.stream().noneMatch(one::same))
        .forEach(all::add);
    return found[0] > 0 ? outcome : Outcome.refuse(404, "No such registrant in database");
  }

  private static boolean meant(Arguments arguments, Row row) {
    return row.text("aor").equals(arguments.text("aor"))
        && row.text("binding_URI").equals(arguments.text("contact"))
        && row.text("registrar").equals(arguments.text("registrar"));
  }

  private Outcome set(Arguments arguments, boolean enabled) {
    Optional<Registrant> one = find(arguments);
    if (one.isEmpty()) {
      return unknown();
    }
    if (enabled && !one.get().enabled) {
      one.get().registered(state.clock().instant());
    } else if (!enabled) {
      one.get().off();
    }
    one.get().enabled = enabled;
    return Outcome.ok();
  }

  private Outcome force(Arguments arguments) {
    Optional<Registrant> one = find(arguments);
    if (one.isEmpty()) {
      return unknown();
    }
    if (one.get().enabled) {
      one.get().registered(state.clock().instant());
    }
    return Outcome.ok();
  }

  private JsonObject json(Registrant one) {
    JsonObject json = new JsonObject();
    json.addProperty("AOR", one.aor);
    json.addProperty("expires", EXPIRES);
    json.addProperty("state", one.state);
    json.addProperty("enabled", one.enabled ? "yes" : "no");
    json.addProperty("last_register_sent", ctime(one.sent));
    json.addProperty("registration_t_out", ctime(one.until));
    json.addProperty("registrar", one.registrar);
    json.addProperty("binding", one.binding);
    if (!one.socket.isEmpty()) {
      json.addProperty("socket", one.socket);
    }
    return json;
  }

  private String ctime(Instant instant) {
    return CTIME.format(instant.atZone(state.clock().getZone()));
  }
}
