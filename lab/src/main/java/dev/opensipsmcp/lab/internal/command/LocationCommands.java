package dev.opensipsmcp.lab.internal.command;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.lab.internal.rpc.Arguments;
import dev.opensipsmcp.lab.internal.rpc.Command;
import dev.opensipsmcp.lab.internal.rpc.Outcome;
import java.util.List;

/** The registered users of module usrloc. An AOR carries its domain by default since 4.0. */
final class LocationCommands {
  private static final List<String> USERS = List.of("alice", "bob", "carol", "dave");
  private static final long FIRST_CONTACT = 2_818_479_310_547_985_096L;

  private final boolean domains;

  LocationCommands(Version version) {
    this.domains = version == Version.V4_0;
  }

  List<Command> all() {
    return List.of(Command.of("ul_dump", "usrloc:dump", this::dump));
  }

  private Outcome dump(Arguments arguments) {
    boolean brief = arguments.number("brief") != 0;
    JsonArray aors = new JsonArray();
    for (int i = 0; i < USERS.size(); i++) {
      JsonObject aor = new JsonObject();
      aor.addProperty("AOR", domains ? USERS.get(i) + "@example.com" : USERS.get(i));
      if (!brief) {
        JsonArray contacts = new JsonArray();
        contacts.add(contact(USERS.get(i), i));
        if (i == 0) {
          contacts.add(contact(USERS.get(i), USERS.size()));
        }
        aor.add("Contacts", contacts);
      }
      aors.add(aor);
    }
    JsonObject domain = new JsonObject();
    domain.addProperty("name", "location");
    domain.addProperty("hash_size", 512);
    domain.add("AORs", aors);
    JsonArray all = new JsonArray();
    all.add(domain);
    JsonObject json = new JsonObject();
    json.add("Domains", all);
    return Outcome.value(json);
  }

  private static JsonObject contact(String user, int number) {
    String host = "198.51.100." + (number + 10);
    JsonObject json = new JsonObject();
    json.addProperty("Contact", "sip:" + user + "@" + host + ":5060");
    json.addProperty("ContactID", Long.toString(FIRST_CONTACT + number));
    json.addProperty("Expires", 3000 - number);
    json.addProperty("Q", "0.8");
    json.addProperty("Callid", "reg-" + number + "@" + host);
    json.addProperty("Cseq", 1);
    json.addProperty("User-agent", "example-phone/1.0");
    json.addProperty("State", "CS_NEW");
    json.addProperty("Flags", 0);
    json.addProperty("Cflags", "");
    json.addProperty("Socket", "udp:192.0.2.1:5060");
    json.addProperty("Methods", 4_294_967_295L);
    json.addProperty(
        "SIP_instance", "<urn:uuid:00000000-0000-0000-0000-00000000000" + number + ">");
    return json;
  }
}
