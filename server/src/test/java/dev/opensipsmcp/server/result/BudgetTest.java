package dev.opensipsmcp.server.result;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import dev.opensipsmcp.server.redact.Redactor;
import dev.opensipsmcp.server.tool.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BudgetTest {
  private static final Source SOURCE =
      new Source(Optional.of("lab"), Optional.of("OpenSIPS (3.6.8)"), Instant.EPOCH);
  private static final Redactor REDACTOR = new Redactor(List.of());

  @Property(tries = 200)
  void paging_through_the_cursors_gives_every_row_exactly_once(
      @ForAll @IntRange(min = Budget.LEAST_CHARS, max = 8_000) int chars,
      @ForAll @IntRange(max = 120) int count,
      @ForAll @IntRange(max = 400) int width,
      @ForAll @IntRange(min = 1, max = 60) int limit) {
    Budget budget = new Budget(chars, REDACTOR);
    List<Integer> seen = new ArrayList<>();
    Optional<Integer> at = Optional.of(0);
    while (at.isPresent()) {
      JsonObject envelope = budget.fit(page(at.get(), count, width, limit), Fields.ALL, SOURCE);
      assertThat(envelope.toString().length()).isLessThanOrEqualTo(chars);
      envelope
          .getAsJsonArray("data")
          .forEach(row -> seen.add(row.getAsJsonObject().get("n").getAsInt()));
      boolean more = envelope.has("next_cursor");
      assertThat(envelope.get("truncated").getAsBoolean()).isEqualTo(more);
      at = more ? Optional.of(envelope.get("next_cursor").getAsInt()) : Optional.empty();
    }
    assertThat(seen).hasSize(count).isSorted().doesNotHaveDuplicates();
  }

  @Property(tries = 200)
  void a_single_value_of_any_shape_fits_and_is_valid_json(
      @ForAll @IntRange(min = Budget.LEAST_CHARS, max = 6_000) int chars,
      @ForAll("trees") JsonElement tree) {
    JsonObject envelope =
        new Budget(chars, REDACTOR).fit(new Outcome.Value(tree), Fields.ALL, SOURCE);
    assertThat(envelope.toString().length()).isLessThanOrEqualTo(chars);
    assertThat(JsonParser.parseString(envelope.toString())).isEqualTo(envelope);
    if (!envelope.get("truncated").getAsBoolean()) {
      assertThat(envelope.get("data")).isEqualTo(REDACTOR.redact(tree));
    }
  }

  @Property
  void sizes_are_counted_as_they_are_written(
      @ForAll String text, @ForAll("trees") JsonElement tree) {
    assertThat(JsonSize.of(new JsonPrimitive(text)))
        .isEqualTo(new JsonPrimitive(text).toString().length());
    assertThat(JsonSize.of(tree)).isEqualTo(tree.toString().length());
  }

  @Test
  void a_row_larger_than_the_cap_is_shortened_and_the_paging_goes_on() {
    JsonObject envelope =
        new Budget(3_000, REDACTOR).fit(page(0, 3, 50_000, 3), Fields.ALL, SOURCE);
    assertThat(envelope.getAsJsonArray("data")).hasSize(1);
    assertThat(envelope.get("next_cursor").getAsString()).isEqualTo("1");
    assertThat(envelope.toString()).hasSizeLessThanOrEqualTo(3_000).contains("shortened");
  }

  @Test
  void only_the_wanted_fields_come_in_the_order_asked_for() {
    JsonObject envelope =
        new Budget(3_000, REDACTOR).fit(page(0, 1, 5, 1), new Fields(List.of("text", "n")), SOURCE);
    assertThat(envelope.getAsJsonArray("data").get(0)).hasToString("{\"text\":\"xxxxx\",\"n\":0}");
  }

  @Test
  void secrets_are_out_before_anything_is_cut() {
    JsonObject row = new JsonObject();
    row.addProperty("password", "canary");
    JsonObject envelope =
        new Budget(3_000, REDACTOR)
            .fit(
                new Outcome.Rows(List.of(row), false, n -> "", List.of("token=canary")),
                Fields.ALL,
                SOURCE);
    assertThat(envelope.toString()).doesNotContain("canary");
  }

  @Test
  void a_flood_of_warnings_leaves_room_for_data() {
    List<String> warnings = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      warnings.add("w".repeat(1_000));
    }
    JsonObject data = new JsonObject();
    data.addProperty("small", true);
    JsonObject envelope =
        new Budget(2_000, REDACTOR).fit(new Outcome.Value(data, warnings), Fields.ALL, SOURCE);
    assertThat(envelope.get("data")).isEqualTo(data);
  }

  private static Outcome.Rows page(int from, int count, int width, int limit) {
    List<JsonObject> rows = new ArrayList<>();
    for (int n = from; n < Math.min(count, from + limit); n++) {
      JsonObject row = new JsonObject();
      row.addProperty("n", n);
      row.addProperty("text", "x".repeat(width));
      rows.add(row);
    }
    return new Outcome.Rows(
        rows, from + rows.size() < count, n -> Integer.toString(from + n), List.of());
  }

  @Provide
  Arbitrary<JsonElement> trees() {
    Arbitrary<JsonElement> leaf =
        Arbitraries.oneOf(
            Arbitraries.strings().ofMaxLength(3_000).map(JsonPrimitive::new),
            Arbitraries.integers().map(JsonPrimitive::new),
            Arbitraries.of(true, false).map(JsonPrimitive::new));
    Arbitrary<JsonElement> lists =
        leaf.list()
            .ofMaxSize(20)
            .map(items -> {
              JsonArray array = new JsonArray();
              items.forEach(array::add);
              return array;
            });
    return Arbitraries.maps(
            Arbitraries.strings().alpha().numeric().ofMinLength(1).ofMaxLength(12),
            Arbitraries.oneOf(leaf, lists))
        .ofMaxSize(6)
        .map(members -> {
          JsonObject object = new JsonObject();
          members.forEach((name, value) -> object.add("f" + name, value));
          return object;
        });
  }
}
