package dev.opensipsmcp.mcp.internal.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.UniqueElements;
import org.junit.jupiter.api.Test;

class PagerTest {

  private static List<JsonObject> entries(List<String> names) {
    List<JsonObject> entries = new ArrayList<>();
    for (String name : names) {
      JsonObject entry = new JsonObject();
      entry.addProperty("name", name);
      entries.add(entry);
    }
    return entries;
  }

  private static JsonObject page(Pager pager, List<String> names, JsonObject params) {
    return switch (pager.page("tools", "name", entries(names), params)) {
      case Outcome.Done done -> done.result();
      case Outcome.Failed failed -> throw new AssertionError(failed);
      case Outcome.Ask ask -> throw new AssertionError(ask);
    };
  }

  private static JsonObject after(JsonObject page) {
    JsonObject params = new JsonObject();
    params.add("cursor", page.get("nextCursor"));
    return params;
  }

  @Property(tries = 200)
  void followingTheCursorsGivesEveryEntryOnceAndInOrder(
      @ForAll @UniqueElements List<String> names, @ForAll @IntRange(min = 1, max = 7) int size) {
    Pager pager = new Pager(size);
    List<String> seen = new ArrayList<>();
    JsonObject page = page(pager, names, new JsonObject());
    while (true) {
      assertThat(page.getAsJsonArray("tools").size()).isLessThanOrEqualTo(size);
      for (JsonElement entry : page.getAsJsonArray("tools")) {
        seen.add(entry.getAsJsonObject().get("name").getAsString());
      }
      if (!page.has("nextCursor")) {
        break;
      }
      page = page(pager, names, after(page));
    }

    assertThat(seen).isEqualTo(names);
  }

  @Test
  void aListThatChangesBetweenPagesNeitherRepeatsNorLosesWhatStayed() {
    Pager pager = new Pager(2);
    JsonObject first = page(pager, List.of("b", "d", "e"), new JsonObject());
    JsonObject second = page(pager, List.of("a", "b", "c", "d", "e"), after(first));

    assertThat(second.get("tools").toString()).isEqualTo("[{\"name\":\"e\"}]");
  }

  @Test
  void aCursorWhoseEntryIsGoneIsRefused() {
    Pager pager = new Pager(1);
    JsonObject first = page(pager, List.of("a", "b"), new JsonObject());

    assertThat(pager.page("tools", "name", entries(List.of("b")), after(first)))
        .isInstanceOf(Outcome.Failed.class);
  }
}
