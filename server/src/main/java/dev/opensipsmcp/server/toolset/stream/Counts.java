package dev.opensipsmcp.server.toolset.stream;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.opensipsmcp.server.tool.Schema;

/** A {@link Tally} by one key as a part of a tool's result. */
public final class Counts {

  private Counts() {}

  /**
   * {@return the most frequent values, how many things have others, and how many values there are}
   *
   * @param tally by one key
   * @param most values at most
   * @param unit what is counted, as the name of the member that has the number
   */
  public static JsonObject json(Tally tally, int most, String unit) {
    Tally.Top top = tally.top(most);
    JsonArray counts = new JsonArray();
    for (Tally.Count count : top.counts()) {
      JsonObject one = new JsonObject();
      one.addProperty("value", count.keys().getFirst());
      one.addProperty(unit, count.count());
      counts.add(one);
    }
    JsonObject json = new JsonObject();
    json.add("top", counts);
    json.addProperty("others", top.others());
    json.addProperty("different", tally.keys());
    if (tally.shortfall() > 0) {
      json.addProperty("too_low_by_at_most", tally.shortfall());
    }
    return json;
  }

  /**
   * {@return what {@link #json} gives}
   *
   * @param description what the things are counted by
   * @param unit what is counted
   */
  public static Schema schema(String description, String unit) {
    return Schema.object(
        description,
        Schema.required(
            "top",
            Schema.list(
                "The most frequent values, most frequent first",
                Schema.object(
                    "One value",
                    Schema.required("value", Schema.text("The value")),
                    Schema.required(unit, Schema.integer("How many " + unit + " have it"))))),
        Schema.required("others", Schema.integer("How many " + unit + " have other values")),
        Schema.required("different", Schema.integer("How many different values")),
        Schema.optional(
            "too_low_by_at_most",
            Schema.integer("With very many values, how far each count may be off")));
  }
}
