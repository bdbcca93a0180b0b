package dev.opensipsmcp.server.toolset.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.stream.JsonReader;
import dev.opensipsmcp.mi.MiReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;

/** Rows read while they arrive are those that a walk over the whole tree finds. */
class RowPathProperties {
  private static final List<String> STEPS = List.of("A", "B", "C");

  /** What was seen of a row: itself, and the plain members of each level around it. */
  private record Seen(JsonElement own, Map<String, JsonElement> around) {}

  @Property(tries = 2000)
  void the_stream_sees_what_a_naive_walk_sees(@ForAll("trees") JsonElement tree)
      throws IOException {
    // Read once first, so that numbers are of the same class on both sides.
    JsonElement read = MiReader.tree().read(new JsonReader(new StringReader(tree.toString())));
    List<Seen> naive = new ArrayList<>();
    naive(read, 0, Map.of(), naive);
    List<Seen> streamed = new ArrayList<>();
    Walk walk =
        RowPath.parse("A[].B[].C[]")
            .read(
                new JsonReader(new StringReader(tree.toString())), row -> streamed.add(seen(row)));
    assertThat(streamed).isEqualTo(naive);
    assertThat(walk).isEqualTo(new Walk(naive.size(), true));
  }

  @Property(tries = 500)
  void stopping_gives_exactly_the_first_rows(
      @ForAll("trees") JsonElement tree, @ForAll("few") int wanted) throws IOException {
    JsonElement read = MiReader.tree().read(new JsonReader(new StringReader(tree.toString())));
    List<Seen> naive = new ArrayList<>();
    naive(read, 0, Map.of(), naive);
    List<Seen> streamed = new ArrayList<>();
    Walk walk =
        RowPath.parse("A[].B[].C[]")
            .read(
                new JsonReader(new StringReader(tree.toString())),
                row -> streamed.add(seen(row)) && streamed.size() < wanted);
    assertThat(streamed).isEqualTo(naive.subList(0, Math.min(wanted, naive.size())));
    assertThat(walk.whole()).isEqualTo(naive.size() < wanted);
  }

  private static Seen seen(Row row) {
    Map<String, JsonElement> around = new TreeMap<>();
    for (String level : List.of("", "A", "B")) {
      for (String member : List.of("x", "y", "z")) {
        JsonElement value = row.get(level + "." + member);
        if (!value.isJsonNull()) {
          around.put(level + "." + member, value);
        }
      }
    }
    JsonElement own = row.own();
    if (own instanceof JsonObject object && object.has("value") && object.size() == 1) {
      own = object.get("value");
    }
    return new Seen(own, around);
  }

  private static void naive(
      JsonElement value, int depth, Map<String, JsonElement> around, List<Seen> out) {
    List<JsonElement> items = value instanceof JsonArray array ? array.asList() : List.of(value);
    for (JsonElement item : items) {
      if (depth == STEPS.size()) {
        if (!item.isJsonNull()) {
          out.add(new Seen(item, around));
        }
      } else if (item instanceof JsonObject object) {
        Map<String, JsonElement> wider = new TreeMap<>(around);
        for (Map.Entry<String, JsonElement> member : object.entrySet()) {
          if (member.getKey().equals(STEPS.get(depth))) {
            naive(member.getValue(), depth + 1, wider, out);
            break;
          }
          if (member.getValue().isJsonPrimitive()) {
            wider.put(
                (depth == 0 ? "" : STEPS.get(depth - 1)) + "." + member.getKey(),
                member.getValue());
          }
        }
      }
    }
  }

  @Provide
  Arbitrary<Integer> few() {
    return Arbitraries.integers().between(1, 6);
  }

  @Provide
  Arbitrary<JsonElement> trees() {
    Arbitrary<JsonElement> rows = objects(plain(), List.of("x", "p", "q"));
    Arbitrary<JsonElement> tree = Arbitraries.frequencyOf(pair(8, rows), pair(1, plain()));
    for (String step : STEPS.reversed()) {
      tree = around(step, listed(tree));
    }
    return Arbitraries.frequencyOf(pair(9, tree), pair(1, listed(tree)));
  }

  private static Tuple2<Integer, Arbitrary<? extends JsonElement>> pair(
      int weight, Arbitrary<JsonElement> what) {
    return Tuple.of(weight, what);
  }

  /** An object with the step's member somewhere among others, or without it. */
  private static Arbitrary<JsonElement> around(String step, Arbitrary<JsonElement> inner) {
    return objects(
            Arbitraries.frequencyOf(pair(4, plain()), pair(1, listed(plain()))),
            List.of("x", "y", "z"))
        .flatMap(others ->
            inner.flatMap(rows ->
                Arbitraries.integers()
                    .between(-1, others.getAsJsonObject().size())
                    .map(at -> inserted(others.getAsJsonObject(), at, step, rows))));
  }

  private static JsonElement inserted(JsonObject others, int at, String name, JsonElement value) {
    JsonObject whole = new JsonObject();
    int position = 0;
    for (Map.Entry<String, JsonElement> member : others.entrySet()) {
      if (position++ == at) {
        whole.add(name, value);
      }
      whole.add(member.getKey(), member.getValue());
    }
    if (at == position) {
      whole.add(name, value);
    }
    return whole;
  }

  private static Arbitrary<JsonElement> objects(Arbitrary<JsonElement> values, List<String> names) {
    return Arbitraries.maps(Arbitraries.of(names), values)
        .ofMaxSize(names.size())
        .map(members -> {
          JsonObject object = new JsonObject();
          members.forEach(object::add);
          return object;
        });
  }

  private static Arbitrary<JsonElement> listed(Arbitrary<JsonElement> what) {
    Arbitrary<JsonElement> list =
        what.list()
            .ofMaxSize(3)
            .map(items -> {
              JsonArray array = new JsonArray();
              items.forEach(array::add);
              return array;
            });
    return Arbitraries.frequencyOf(pair(5, list), pair(1, what), pair(1, nothing()));
  }

  private static Arbitrary<JsonElement> nothing() {
    return Arbitraries.just(JsonNull.INSTANCE);
  }

  private static Arbitrary<JsonElement> plain() {
    return Arbitraries.of(
        new JsonPrimitive("text"),
        new JsonPrimitive("\u00e9\"\\ "),
        new JsonPrimitive(4_294_967_295L),
        new JsonPrimitive(-1),
        new JsonPrimitive(true));
  }
}
