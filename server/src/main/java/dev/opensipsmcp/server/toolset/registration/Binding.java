package dev.opensipsmcp.server.toolset.registration;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.toolset.common.SipAddress;
import dev.opensipsmcp.server.toolset.stream.Row;
import dev.opensipsmcp.server.toolset.stream.RowPath;
import java.util.Locale;
import java.util.Map;

/** One contact of one AOR, as a node prints it. */
record Binding(Row row) {
  /** Where the contacts of a whole table are. */
  static final RowPath ALL = RowPath.parse("Domains[].AORs[].Contacts[]");

  static final String NO_DOMAIN = "(no domain)";
  static final String NO_AGENT = "(none)";

  /** Columns that are handed on as they are, with the node's names. */
  private static final Map<String, String> PLAIN =
      Map.ofEntries(
          Map.entry("user_agent", "User-agent"),
          Map.entry("received", "Received"),
          Map.entry("path", "Path"),
          Map.entry("socket", "Socket"),
          Map.entry("q", "Q"),
          Map.entry("state", "State"),
          Map.entry("flags", "Flags"),
          Map.entry("cflags", "Cflags"),
          Map.entry("attr", "Attr"),
          Map.entry("instance_id", "SIP_instance"),
          Map.entry("callid", "Callid"),
          Map.entry("ping_us", "Ping-Latency"),
          Map.entry("kv_store", "KV-Store"));

  String aor() {
    return row.text("AORs", "AOR");
  }

  String uri() {
    return row.text("Contact");
  }

  String received() {
    return row.text("Received");
  }

  String socket() {
    return row.text("Socket");
  }

  /** The AOR's domain; empty on a node that leaves domains out of AORs. */
  String domain() {
    return domain(aor());
  }

  static String domain(String aor) {
    int at = aor.indexOf('@');
    return at < 0 ? "" : aor.substring(at + 1);
  }

  String agent() {
    String agent = row.text("User-agent");
    return agent.isEmpty() ? NO_AGENT : agent;
  }

  /** Seconds that it lives on; negative when the node prints a word instead. */
  long expires() {
    return row.number("Expires", -1);
  }

  /** The transport of the socket that it registered over, or else of its URI. */
  String transport() {
    String socket = socket();
    int colon = socket.indexOf(':');
    return colon > 0 ? socket.substring(0, colon) : SipAddress.transport(uri());
  }

  /** Whether it sits behind a NAT: its packets came from elsewhere, or its host is private. */
  boolean natted() {
    return !received().isEmpty() || SipAddress.privateHost(uri());
  }

  /** Which methods it takes: all, none, or their names. */
  String methods() {
    return Methods.of(row.number("Methods", 0));
  }

  /** The contact as a row of a result, whose every value the node gave. */
  JsonObject shown() {
    JsonObject shown = new JsonObject();
    if (!aor().isEmpty()) {
      shown.addProperty("aor", aor());
    }
    shown.addProperty("contact", uri());
    if (expires() >= 0) {
      shown.addProperty("expires_in_s", expires());
    } else {
      shown.addProperty("expires", row.text("Expires"));
    }
    shown.addProperty("natted", natted());
    for (String column : COLUMNS) {
      JsonElement value = row.get(PLAIN.getOrDefault(column, ""));
      if (value instanceof JsonPrimitive plain && !plain.getAsString().isEmpty()) {
        shown.add(column, value);
      }
    }
    shown.addProperty("methods", methods());
    return shown;
  }

  private static final String[] COLUMNS = {
    "user_agent",
    "received",
    "path",
    "socket",
    "q",
    "state",
    "flags",
    "cflags",
    "attr",
    "instance_id",
    "callid",
    "ping_us",
    "kv_store"
  };

  /** What {@link #shown} gives. */
  static Schema schema() {
    return Schema.object(
        "One contact",
        Schema.optional("aor", Schema.text("Address of record; with its domain if the node does")),
        Schema.optional("contact", Schema.text("Where it is reached, a SIP URI")),
        Schema.optional("expires_in_s", Schema.integer("Seconds until it ends")),
        Schema.optional("expires", Schema.text("permanent, expired or deleted, instead")),
        Schema.optional("natted", Schema.flag("Packets come from elsewhere, or a private host")),
        Schema.optional("user_agent", Schema.text("The phone's User-Agent")),
        Schema.optional("received", Schema.text("Where its packets come from, behind a NAT")),
        Schema.optional("path", Schema.text("Proxies on the way, from Path")),
        Schema.optional("socket", Schema.text("The node's socket that it registered over")),
        Schema.optional("q", Schema.text("Preference, 0 to 1")),
        Schema.optional("state", Schema.text("CS_SYNC once written to the database")),
        Schema.optional("flags", Schema.integer("Message flags, a bit mask")),
        Schema.optional("cflags", Schema.text("Branch flags by name")),
        Schema.optional("attr", Schema.text("Attributes saved with it")),
        Schema.optional("instance_id", Schema.text("The phone's +sip.instance")),
        Schema.optional("callid", Schema.text("Call-ID of its REGISTER")),
        Schema.optional("ping_us", Schema.integer("Last ping's round trip")),
        Schema.optional("kv_store", Schema.text("Key-value store, when the node dumps it")),
        Schema.optional("methods", Schema.text("Methods that it takes: all, none, or names")));
  }

  static boolean holds(String text, String part) {
    return text.toLowerCase(Locale.ROOT).contains(part);
  }
}
