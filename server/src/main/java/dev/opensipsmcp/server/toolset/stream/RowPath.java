package dev.opensipsmcp.server.toolset.stream;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import dev.opensipsmcp.mi.MiReader;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Where the rows of a nested answer are, for example {@code Domains[].AORs[].Contacts[]}: walks the
 * answer as it arrives and needs the memory of one row, whatever the answer's size.
 *
 * <p>Each step names a member; {@code []} says that it holds a list. A single object in place of a
 * list is taken as a list of one, in every step. A step that an object lacks, or that is null,
 * gives no rows. The path {@code []} means that the answer itself is the list.
 *
 * <p>A row knows of the objects around it what stood <em>before</em> the list that it is in;
 * OpenSIPS writes names and identifiers there. What comes after is passed over, always, so that a
 * row says the same whenever it is asked.
 */
public final class RowPath {
  private static final MiReader<JsonElement> TREE = MiReader.tree();

  private final List<String> steps;
  private final Optional<Map<String, Integer>> kept;

  private RowPath(List<String> steps, Optional<Map<String, Integer>> kept) {
    this.steps = steps;
    this.kept = kept;
  }

  /**
   * {@return the path that a text writes}
   *
   * @param text steps joined by dots
   * @throws IllegalArgumentException when a step has no name or a bracket stands alone
   */
  public static RowPath parse(String text) {
    if (text.isEmpty() || text.equals("[]")) {
      return new RowPath(List.of(), Optional.empty());
    }
    String inside = text.startsWith("[].") ? text.substring("[].".length()) : text;
    List<String> steps =
        List.of(inside.split("\\.", -1)).stream().map(step -> step(step, text)).toList();
    return new RowPath(steps, Optional.empty());
  }

  private static String step(String step, String text) {
    String name = step.endsWith("[]") ? step.substring(0, step.length() - 2) : step;
    if (name.isEmpty() || name.contains("[") || name.contains("]")) {
      throw new IllegalArgumentException("no row path: " + text);
    }
    return name;
  }

  /**
   * {@return the same path, which decodes only some members of each row and passes over the rest}
   *
   * @param members the row's own members to keep; those of enclosing levels are kept always
   */
  public RowPath keeping(String... members) {
    Map<String, Integer> slots = new LinkedHashMap<>();
    for (String member : members) {
      slots.put(member, slots.size());
    }
    return new RowPath(steps, Optional.of(slots));
  }

  /**
   * {@return this as a reader of an answer}
   *
   * @param visitor takes each row in order; false ends the reading there, and the rest of the
   *     answer is never fetched
   */
  public MiReader<Walk> reader(Predicate<Row> visitor) {
    return json -> read(json, visitor);
  }

  /**
   * Hands out the rows of one value.
   *
   * @param json stands before the value
   * @param visitor takes each row in order; false ends the reading there
   * @return how far it was read; not whole leaves {@code json} inside the value
   * @throws IOException when the answer breaks off or is malformed
   */
  public Walk read(JsonReader json, Predicate<Row> visitor) throws IOException {
    Walker walker = new Walker(json, visitor);
    boolean whole = walker.list(0, Optional.empty());
    return new Walk(walker.rows, whole);
  }

  /** One reading of one answer. Its methods say whether to go on. */
  private final class Walker {
    private final JsonReader json;
    private final Predicate<Row> visitor;
    private long rows;

    Walker(JsonReader json, Predicate<Row> visitor) {
      this.json = json;
      this.visitor = visitor;
    }

    boolean list(int depth, Optional<Level> around) throws IOException {
      if (json.peek() != JsonToken.BEGIN_ARRAY) {
        return one(depth, around);
      }
      json.beginArray();
      while (json.hasNext()) {
        if (!one(depth, around)) {
          return false;
        }
      }
      json.endArray();
      return true;
    }

    private boolean one(int depth, Optional<Level> around) throws IOException {
      JsonToken next = json.peek();
      if (next == JsonToken.NULL || (depth < steps.size() && next != JsonToken.BEGIN_OBJECT)) {
        json.skipValue();
        return true;
      }
      if (depth < steps.size()) {
        return enclosing(depth, around);
      }
      rows++;
      return visitor.test(new Row(row(next), around));
    }

    private boolean enclosing(int depth, Optional<Level> around) throws IOException {
      String step = steps.get(depth);
      Level level = new Level(depth == 0 ? "" : steps.get(depth - 1), new JsonObject(), around);
      boolean passed = false;
      json.beginObject();
      while (json.hasNext()) {
        String name = json.nextName();
        if (name.equals(step)) {
          passed = true;
          if (!list(depth + 1, Optional.of(level))) {
            return false;
          }
        } else if (!passed && plain(json.peek())) {
          level.plain().add(name, TREE.read(json));
        } else {
          json.skipValue();
        }
      }
      json.endObject();
      return true;
    }

    private Members row(JsonToken next) throws IOException {
      if (kept.isEmpty() || next != JsonToken.BEGIN_OBJECT) {
        return new Members.Whole(TREE.read(json));
      }
      Map<String, Integer> slots = kept.get();
      JsonElement[] values = new JsonElement[slots.size()];
      Arrays.fill(values, JsonNull.INSTANCE);
      json.beginObject();
      while (json.hasNext()) {
        Integer slot = slots.get(json.nextName());
        if (slot == null) {
          json.skipValue();
        } else {
          values[slot] = TREE.read(json);
        }
      }
      json.endObject();
      return new Members.Kept(slots, values);
    }

    private static boolean plain(JsonToken token) {
      return token != JsonToken.BEGIN_ARRAY && token != JsonToken.BEGIN_OBJECT;
    }
  }

  @Override
  public String toString() {
    return steps.isEmpty() ? "[]" : String.join("[].", steps) + "[]";
  }
}
