package dev.opensipsmcp.lab.internal.command;

import com.google.gson.JsonObject;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.lab.LabFeature;
import dev.opensipsmcp.lab.internal.rpc.Arguments;
import dev.opensipsmcp.lab.internal.rpc.Command;
import dev.opensipsmcp.lab.internal.rpc.Outcome;
import dev.opensipsmcp.lab.internal.state.Contacts;
import dev.opensipsmcp.lab.internal.state.NodeState;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The registered users of module usrloc. An AOR carries its domain by default since 4.0. */
final class LocationCommands {
  private final NodeState state;
  private final Contacts contacts;
  private final ContactEvents events;

  LocationCommands(NodeState state) {
    this.state = state;
    this.contacts =
        new Contacts(
            state.settings().version() == Version.V4_0,
            state.settings().generatedContacts(),
            now());
    this.events = new ContactEvents(state.events());
    state.statistics().follow("registered_users", contacts::users);
    state.statistics().follow("location-users", contacts::users);
    state.statistics().follow("location-contacts", contacts::contacts);
  }

  List<Command> all() {
    return List.of(
        Command.of("ul_rm", "usrloc:rm", arguments -> ofAor(arguments, this::remove)),
        Command.of(
            "ul_rm_contact",
            "usrloc:rm_contact",
            arguments -> ofAor(arguments, aor -> removeContact(aor, arguments.text("contact")))),
        Command.of("ul_dump", "usrloc:dump", this::dump),
        Command.of("ul_flush", "usrloc:flush", none -> written(Optional.empty(), true)),
        Command.of(
            "ul_add", "usrloc:add", arguments -> ofAor(arguments, aor -> add(aor, arguments))),
        Command.of(
            "ul_show_contact", "usrloc:show_contact", arguments -> ofAor(arguments, this::show)),
        Command.of("ul_sync", "usrloc:sync", this::sync),
        Command.of("ul_cluster_sync", "usrloc:cluster_sync", none -> replicate()));
  }

  private long now() {
    return state.clock().instant().getEpochSecond();
  }

  private Outcome dump(Arguments arguments) {
    return new Outcome.Value(contacts.dump(now(), arguments.number("brief") != 0));
  }

  private Outcome ofAor(Arguments arguments, Function<String, Outcome> run) {
    if (!arguments.text("table_name").equals(Contacts.TABLE)) {
      return Outcome.refuse(404, "Table not found");
    }
    return contacts
        .key(arguments.text("aor"))
        .map(aor -> told(aor, run))
        .orElseGet(() -> Outcome.refuse(400, "Domain missing in AOR"));
  }

  private Outcome told(String aor, Function<String, Outcome> run) {
    Optional<JsonObject> before = contacts.show(aor, now());
    Outcome outcome = run.apply(aor);
    events.tell(aor, before, contacts.show(aor, now()), now());
    return outcome;
  }

  private Outcome remove(String aor) {
    contacts.remove(aor);
    return Outcome.ok();
  }

  private Outcome removeContact(String aor, String uri) {
    if (!contacts.has(aor)) {
      return unknown();
    }
    return contacts.remove(aor, uri, now())
        ? Outcome.ok()
        : Outcome.refuse(404, "Contact not found");
  }

  private Outcome show(String aor) {
    Optional<JsonObject> user = contacts.show(aor, now());
    return user.isPresent() ? Outcome.value(user.get()) : unknown();
  }

  private Outcome add(String aor, Arguments arguments) {
    Optional<String> q = q(arguments.text("q"));
    if (q.isEmpty()) {
      return Outcome.refuse(400, "Bad parameter value");
    }
    contacts.add(
        aor,
        new Contacts.Order(
            arguments.text("contact"),
            arguments.number("expires"),
            q.get(),
            arguments.number("flags"),
            Integer.toUnsignedLong(arguments.number("methods"))),
        now());
    return Outcome.ok();
  }

  /** The server keeps three digits and prints no zeros at the end. */
  private static Optional<String> q(String text) {
    if (!text.strip().matches("0*1(\\.0+)?|0+(\\.[0-9]+)?|0*\\.[0-9]+")) {
      return Optional.empty();
    }
    BigDecimal value =
        new BigDecimal(text.strip()).setScale(3, RoundingMode.DOWN).stripTrailingZeros();
    return Optional.of(value.toPlainString());
  }

  private Outcome sync(Arguments arguments) {
    if (!arguments.text("table_name").equals(Contacts.TABLE)) {
      return Outcome.refuse(404, "Table not found");
    }
    Optional<String> aor = arguments.optionalText("aor");
    return aor.isPresent() && !contacts.has(aor.get()) ? unknown() : written(aor, false);
  }

  private Outcome written(Optional<String> aor, boolean done) {
    contacts.written(aor, done);
    return Outcome.ok();
  }

  private static Outcome unknown() {
    return Outcome.refuse(404, "AOR not found");
  }

  /** Takes over what another node of the cluster has. */
  private Outcome replicate() {
    if (!state.has(LabFeature.CONTACT_CLUSTER)) {
      return Outcome.refuse(400, "Clustering not enabled");
    }
    contacts
        .key("mobile@example.com")
        .ifPresent(aor ->
            contacts.add(
                aor, new Contacts.Order("sip:mobile@198.51.100.77:5060", 1800, "1", 0, 0), now()));
    return Outcome.ok();
  }
}
