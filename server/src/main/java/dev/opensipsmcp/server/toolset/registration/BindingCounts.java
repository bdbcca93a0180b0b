package dev.opensipsmcp.server.toolset.registration;

import com.google.gson.JsonObject;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.toolset.stream.Counts;
import dev.opensipsmcp.server.toolset.stream.Tally;

/** Counts of contacts by what they have in common. */
final class BindingCounts {
  /** Different values that are counted exactly; there are never many domains or user agents. */
  private static final int EXACT = 10_000;

  /** Upper borders of rest of life, in seconds, each with its name. */
  private static final long[] BORDERS = {60, 300, 900, 3600, 86_400, Long.MAX_VALUE};

  private static final String[] NAMES = {
    "within 1 min", "1 to 5 min", "5 to 15 min", "15 to 60 min", "1 to 24 h", "over 24 h"
  };

  private final Tally domains = Tally.of(EXACT);
  private final Tally agents = Tally.of(EXACT);
  private final Tally transports = Tally.of(100);
  private final Tally sockets = Tally.of(1000);
  private final Tally methods = Tally.of(1000);
  private final Tally expiry = Tally.of(100);
  private long contacts;
  private long aors;
  private long natted;
  private boolean anyDomain;
  private String lastAor = "";

  void add(Binding binding) {
    contacts++;
    String aor = binding.aor();
    // The contacts of an AOR stand together, so a change of name is a new AOR.
    if (!aor.equals(lastAor)) {
      aors++;
      lastAor = aor;
    }
    String domain = Binding.domain(aor);
    anyDomain |= !domain.isEmpty();
    domains.add(domain.isEmpty() ? Binding.NO_DOMAIN : domain);
    agents.add(binding.agent());
    transports.add(binding.transport());
    String socket = binding.socket();
    sockets.add(socket.isEmpty() ? "(any)" : socket);
    methods.add(binding.methods());
    expiry.add(bucket(binding));
    if (binding.natted()) {
      natted++;
    }
  }

  private static String bucket(Binding binding) {
    long left = binding.expires();
    if (left < 0) {
      return binding.row().text("Expires");
    }
    int bucket = 0;
    while (left > BORDERS[bucket]) {
      bucket++;
    }
    return NAMES[bucket];
  }

  boolean domains() {
    return anyDomain;
  }

  JsonObject json(int top) {
    JsonObject json = new JsonObject();
    json.addProperty("contacts", contacts);
    json.addProperty("aors", aors);
    json.addProperty("natted", natted);
    json.add("by_domain", json(domains, top));
    json.add("by_user_agent", json(agents, top));
    json.add("by_transport", json(transports, top));
    json.add("by_socket", json(sockets, top));
    json.add("by_methods", json(methods, top));
    json.add("by_expiry", json(expiry, top));
    return json;
  }

  static Schema schema() {
    return Schema.object(
        "Counts of the contacts that pass the filter",
        Schema.required("contacts", Schema.integer("How many contacts")),
        Schema.required("aors", Schema.integer("How many addresses of record have them")),
        Schema.required("natted", Schema.integer("How many contacts sit behind a NAT")),
        Schema.required("by_domain", counts("By domain of the AOR")),
        Schema.required("by_user_agent", counts("By the phone's User-Agent")),
        Schema.required("by_transport", counts("By transport of the socket or the contact")),
        Schema.required("by_socket", counts("By the node's socket")),
        Schema.required("by_methods", counts("By the methods that they take")),
        Schema.required("by_expiry", counts("By the time until they end")));
  }

  private static JsonObject json(Tally tally, int top) {
    return Counts.json(tally, top, "contacts");
  }

  private static Schema counts(String description) {
    return Counts.schema(description, "contacts");
  }
}
