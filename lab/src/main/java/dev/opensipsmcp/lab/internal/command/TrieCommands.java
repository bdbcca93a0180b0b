package dev.opensipsmcp.lab.internal.command;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.opensipsmcp.lab.internal.rpc.Arguments;
import dev.opensipsmcp.lab.internal.rpc.Command;
import dev.opensipsmcp.lab.internal.rpc.Outcome;
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
 * is written lies in memory: a reload brings the table's numbers back.
 */
final class TrieCommands {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.ENGLISH);
  private static final Map<String, Map<String, String>> TABLES =
      Map.of(
          "default",
          Map.of("0044", "uk", "0031", "nl", "0049", "de", "00491", "de-mobile"),
          "ported",
          Map.of("12025550143", "rn=1202555", "12025550144", "rn=1202556", "12025550145", "rn=1"));

  /** A row that the table has and the node does not, so that a reload shows. */
  private static final String NOT_LOADED_YET = "12025550145";

  private static final class Trie {
    private final String name;
    private final Map<String, String> numbers;
    private Instant loaded;
    private int hash;

    Trie(String name, Instant now) {
      this.name = name;
      this.numbers = new HashMap<>(table(name));
      this.numbers.remove(NOT_LOADED_YET);
      this.hash = numbers.hashCode();
      this.loaded = now;
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
  private final Map<String, Trie> tries = new LinkedHashMap<>();

  TrieCommands(Clock clock) {
    this.clock = clock;
    for (String name : List.of("default", "ported")) {
      tries.put(name, new Trie(name, clock.instant()));
    }
  }

  List<Command> all() {
    return List.of(
        Command.of("trie_reload", "trie:reload", this::reload),
        Command.of("trie_search", "trie:search", this::search),
        Command.of("trie_reload_status", "trie:reload_status", this::status),
        Command.of("trie_number_delete", "trie:number_delete", this::delete),
        Command.of("trie_number_upsert", "trie:number_upsert", this::upsert));
  }

  private static Map<String, String> table(String name) {
    return TABLES.getOrDefault(name, Map.of());
  }

  private Outcome in(Arguments arguments, Function<Trie, Outcome> work) {
    Trie trie = tries.get(arguments.text("partition_name"));
    return trie == null ? Outcome.refuse(404, "Partition not found") : work.apply(trie);
  }

  private Outcome reload(Arguments arguments) {
    if (!arguments.has("partition_name")) {
      tries.values().forEach(this::load);
      return Outcome.ok();
    }
    return in(
        arguments,
        trie -> {
          load(trie);
          return Outcome.ok();
        });
  }

  private void load(Trie trie) {
    trie.numbers.clear();
    trie.numbers.putAll(table(trie.name));
    trie.loaded = clock.instant();
    trie.hash = trie.numbers.hashCode();
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
