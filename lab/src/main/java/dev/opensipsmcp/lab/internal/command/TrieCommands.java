package dev.opensipsmcp.lab.internal.command;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.opensipsmcp.lab.internal.rpc.Arguments;
import dev.opensipsmcp.lab.internal.rpc.Command;
import dev.opensipsmcp.lab.internal.rpc.Outcome;
import dev.opensipsmcp.lab.internal.state.Row;
import dev.opensipsmcp.lab.internal.state.Tables;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The number tries of module trie, with partitions, without which OpenSIPS lets nobody write. What
 * is written lies in memory: a reload brings the table's numbers back. A second partition is from
 * another database; a node that reads tables from outside has none.
 */
final class TrieCommands {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.ENGLISH);
  private static final String TABLE = "trie_table";
  private static final String DEFAULT = "default";
  private static final String SECOND = "ported";

  /** A row that the other database has and the node does not, so that a reload shows. */
  private static final String NOT_LOADED_YET = "12025550145";

  private static final Map<String, String> OTHER_DATABASE =
      Map.of("12025550143", "rn=1202555", "12025550144", "rn=1202556", NOT_LOADED_YET, "rn=1");

  private static final class Trie {
    private final String name;
    private Map<String, String> numbers = new HashMap<>();
    private Instant loaded = Instant.EPOCH;
    private int hash;

    Trie(String name) {
      this.name = name;
    }

    void take(Map<String, String> fresh, Instant now) {
      numbers = new HashMap<>(fresh);
      loaded = now;
      hash = numbers.hashCode();
    }

    Optional<String> match(String number) {
      for (int end = number.length(); end > 0; end--) {
        if (numbers.containsKey(number.substring(0, end))) {
          return Optional.of(number.substring(0, end));
        }
      }
      return Optional.empty();
    }
  }

  private final Clock clock;
  private final Tables tables;
  private final Map<String, Trie> tries = new LinkedHashMap<>();

  TrieCommands(Clock clock, Tables tables) {
    this.clock = clock;
    this.tables = tables;
    tables.seed(
        TABLE,
        row("1", "0044", "uk"),
        row("2", "0031", "nl"),
        row("3", "0049", "de"),
        row("4", "00491", "de-mobile"));
    tries.put(DEFAULT, new Trie(DEFAULT));
    load(tries.get(DEFAULT));
    if (!tables.fromOutside()) {
      Trie second = new Trie(SECOND);
      Map<String, String> first = new HashMap<>(OTHER_DATABASE);
      first.remove(NOT_LOADED_YET);
      second.take(first, clock.instant());
      tries.put(SECOND, second);
    }
  }

  private static Row row(String id, String prefix, String attributes) {
    return Row.of("ruleid", id, "prefix", prefix, "attrs", attributes, "enabled", "1");
  }

  List<Command> all() {
    return List.of(
        Command.of("trie_reload", "trie:reload", this::reload),
        Command.of("trie_search", "trie:search", this::search),
        Command.of("trie_reload_status", "trie:reload_status", this::status),
        Command.of("trie_number_delete", "trie:number_delete", this::delete),
        Command.of("trie_number_upsert", "trie:number_upsert", this::upsert));
  }

  /** A number that is switched off matches nothing. */
  private void load(Trie trie) {
    Map<String, String> fresh = new HashMap<>();
    if (trie.name.equals(SECOND)) {
      fresh.putAll(OTHER_DATABASE);
    } else {
      for (Row row : tables.loadOne(TABLE)) {
        if (row.number("enabled", 1) != 0) {
          fresh.put(row.text("prefix"), row.text("attrs"));
        }
      }
    }
    trie.take(fresh, clock.instant());
  }

  private Outcome in(Arguments arguments, Function<Trie, Outcome> work) {
    Trie trie = tries.get(arguments.text("partition_name"));
    return trie == null ? Outcome.refuse(404, "Partition not found") : work.apply(trie);
  }

  private Outcome reload(Arguments arguments) {
    Outcome failed = Outcome.refuse(500, "Failed to reload");
    return arguments.has("partition_name")
        ? in(arguments, trie -> Reading.again(() -> load(trie), failed))
        : Reading.again(() -> tries.values().forEach(this::load), failed);
  }

  private Outcome search(Arguments arguments) {
    if (!arguments.has("partition_name")) {
      return new Outcome.Refusal(
          400,
          "Missing parameter: 'partition_name'",
          Optional.of("'partition_name' is required when 'use_partitions' is set"));
    }
    return in(arguments, trie -> Outcome.value(found(trie, arguments.text("number"))));
  }

  private static JsonElement found(Trie trie, String number) {
    Optional<String> prefix = trie.match(number);
    if (prefix.isEmpty()) {
      return new JsonPrimitive("No match");
    }
    JsonObject json = new JsonObject();
    json.addProperty("Matched Prefix", prefix.get());
    String attributes = trie.numbers.getOrDefault(prefix.get(), "");
    if (!attributes.isEmpty()) {
      json.addProperty("ATTRS", attributes);
    }
    return json;
  }

  private Outcome status(Arguments arguments) {
    if (arguments.has("partition_name")) {
      return in(arguments, trie -> Outcome.value(print(trie)));
    }
    JsonArray partitions = new JsonArray();
    tries.values().forEach(trie -> partitions.add(print(trie)));
    JsonObject json = new JsonObject();
    json.add("Partitions", partitions);
    return Outcome.value(json);
  }

  private JsonObject print(Trie trie) {
    JsonObject json = new JsonObject();
    json.addProperty("name", trie.name);
    json.addProperty("Date", DATE.format(trie.loaded.atZone(clock.getZone())));
    json.addProperty("HASH", "%032x".formatted(trie.hash & 0xffff_ffffL));
    return json;
  }

  private Outcome delete(Arguments arguments) {
    return in(
        arguments,
        trie -> {
          arguments.texts("number").forEach(trie.numbers::remove);
          return Outcome.ok();
        });
  }

  private Outcome upsert(Arguments arguments) {
    List<String> numbers = arguments.texts("number");
    List<String> attributes = arguments.texts("attrs");
    return in(
        arguments,
        trie -> {
          if (numbers.size() != attributes.size()) {
            return Outcome.refuse(400, "Code attrs missmatch");
          }
          for (int i = 0; i < numbers.size(); i++) {
            trie.numbers.put(numbers.get(i), attributes.get(i));
          }
          return Outcome.ok();
        });
  }
}
