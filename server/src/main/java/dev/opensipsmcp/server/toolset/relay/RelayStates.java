package dev.opensipsmcp.server.toolset.relay;

import static dev.opensipsmcp.server.tool.Schema.flag;
import static dev.opensipsmcp.server.tool.Schema.integer;
import static dev.opensipsmcp.server.tool.Schema.map;
import static dev.opensipsmcp.server.tool.Schema.object;
import static dev.opensipsmcp.server.tool.Schema.optional;
import static dev.opensipsmcp.server.tool.Schema.required;
import static dev.opensipsmcp.server.tool.Schema.text;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.opensipsmcp.server.config.EvidenceEntry.RelayEntry;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.common.ReadTools;
import dev.opensipsmcp.sip.relay.Bencode;
import dev.opensipsmcp.sip.relay.RelayAnswer;
import dev.opensipsmcp.sip.relay.RelayError;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads how relays are. */
final class RelayStates {
  private RelayStates() {}

  static Tool ping(Relays relays) {
    return RelayToolset.READS.tool(
        "relay_ping",
        "Are the media relays there?",
        ReadTools.says(
            "Ping every configured RTPEngine and rtpproxy over its control protocol.",
            "Use when calls have no media, or before a relay is trusted again.",
            "Not for what OpenSIPS thinks of them; use `rtpengine_show`.",
            "Returns a row per relay: whether it answered, in what time, or why not."),
        Schema.arguments(),
        Schema.list(
            "Relays",
            object(
                "Relay",
                required("relay", text("Its configured name")),
                required("url", text("Where it is")),
                required("answers", flag("Whether it answered")),
                optional("ms", Schema.number("Milliseconds to the answer")),
                optional("error", text("Why it did not")))),
        List.of("Is the RTPEngine alive?", "Ping all media relays", "Do the media servers answer?"),
        List.of(),
        (_, _) -> pinged(relays));
  }

  private static Outcome pinged(Relays relays) {
    if (relays.all().isEmpty()) {
      return Relays.notConfigured();
    }
    JsonArray rows = new JsonArray();
    for (RelayEntry relay : relays.all()) {
      JsonObject row = new JsonObject();
      row.addProperty("relay", relay.name());
      row.addProperty("url", relay.url());
      long from = System.nanoTime();
      if (Relays.isEngine(relay)) {
        answered(row, from, Relays.engine(relay).ping());
      } else {
        answered(row, from, Relays.proxy(relay).version());
      }
      rows.add(row);
    }
    return new Outcome.Value(rows);
  }

  private static <T> void answered(JsonObject row, long from, RelayAnswer<T> answer) {
    row.addProperty("answers", answer instanceof RelayAnswer.Value<T>);
    switch (answer) {
      case RelayAnswer.Value<T> _ ->
          row.addProperty("ms", Math.round((System.nanoTime() - from) / 1e3) / 1e3);
      case RelayAnswer.Failure<T>(RelayError error) -> row.addProperty("error", error.message());
    }
  }

  static Tool statistics(Relays relays) {
    return RelayToolset.READS.tool(
        "relay_get_statistics",
        "Statistics of a media relay",
        ReadTools.says(
            "Get a relay's statistics: sessions, rates, time-outs, one-way streams, ports.",
            "Use when a relay may be overloaded, or many calls lack audio.",
            "Not for one call; use `relay_get_call`.",
            "Returns current and total counters, and the use of ports per interface; an rtpproxy tells"
                + " sessions, streams and packets only."),
        Schema.arguments(Relays.NAME),
        object(
            "Statistics",
            required("relay", text("Its configured name")),
            required("current", map("Sessions and rates now")),
            required("totals", map("Counters since its start")),
            required(
                "interfaces",
                Schema.list(
                    "Interfaces",
                    object(
                        "Interface",
                        required("name", text("Its name at the relay")),
                        required("address", text("Its address")),
                        required("ports_used", integer("Ports in use")),
                        required("ports_free", integer("Ports left")))))),
        List.of(
            "Show the RTPEngine statistics",
            "How many one-way streams did the media relay count?",
            "Is the relay running out of ports?"),
        List.of("rtpengine_stats"),
        (arguments, _) ->
            switch (relays.chosen(arguments)) {
              case Relays.Choice.Refused(Outcome.Failure failure) -> failure;
              case Relays.Choice.Chosen(RelayEntry relay) ->
                  Relays.isEngine(relay) ? counted(relay) : ProxyStates.counted(relay);
            });
  }

  private static Outcome counted(RelayEntry relay) {
    return switch (Relays.engine(relay).statistics()) {
      case RelayAnswer.Failure<Bencode.Dictionary>(RelayError error) ->
          Relays.failure(relay, error);
      case RelayAnswer.Value<Bencode.Dictionary>(Bencode.Dictionary answer) -> {
        Bencode.Dictionary statistics = answer.dictionary("statistics");
        JsonObject json = new JsonObject();
        json.addProperty("relay", relay.name());
        json.add("current", plain(statistics.dictionary("currentstatistics")));
        json.add("totals", plain(statistics.dictionary("totalstatistics")));
        JsonArray interfaces = new JsonArray();
        for (Bencode item : statistics.items("interfaces")) {
          if (item instanceof Bencode.Dictionary one) {
            JsonObject row = new JsonObject();
            row.addProperty("name", one.text("name"));
            row.addProperty("address", one.text("address"));
            row.addProperty("ports_used", one.dictionary("ports").number("used"));
            row.addProperty("ports_free", one.dictionary("ports").number("free"));
            interfaces.add(row);
          }
        }
        json.add("interfaces", interfaces);
        yield new Outcome.Value(json);
      }
    };
  }

  private static JsonObject plain(Bencode.Dictionary counters) {
    JsonObject json = new JsonObject();
    for (Map.Entry<String, Bencode> counter : new TreeMap<>(counters.values()).entrySet()) {
      switch (counter.getValue()) {
        case Bencode.Whole(long value) -> json.addProperty(counter.getKey(), value);
        case Bencode.Text(String value) -> json.add(counter.getKey(), number(value));
        case Bencode.Items _, Bencode.Dictionary _ -> {
          // What lies deeper is per interface or per proxy, and shown apart.
        }
      }
    }
    return json;
  }

  private static JsonElement number(String text) {
    try {
      return new JsonPrimitive(Double.parseDouble(text));
    } catch (NumberFormatException e) {
      return new JsonPrimitive(text);
    }
  }
}
