package dev.opensipsmcp.server.toolset.provision;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.opensipsmcp.db.Row;
import dev.opensipsmcp.db.Value;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.toolset.common.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Takes the secrets and documents of a change from where they are, at the last moment. */
final class SecretIntake {
  private SecretIntake() {}

  /**
   * What was taken.
   *
   * @param columns the columns to set
   * @param shownOnce secrets that were made just now, for the person who asked
   */
  record Taken(Row columns, List<JsonObject> shownOnce) {
    @Override
    public String toString() {
      return "Taken[***]";
    }
  }

  static Parsed<Taken> take(RowStep step, Secrets secrets) {
    Row columns = new Row(Map.of());
    List<JsonObject> once = new ArrayList<>();
    for (Map.Entry<String, String> place : step.secrets().entrySet()) {
      Field field = step.entity().byArgument(place.getKey()).orElseThrow();
      switch (secrets.take(place.getValue())) {
        case Secrets.Got.Missing(Outcome.Failure failure) -> {
          return new Parsed.Bad<>(failure);
        }
        case Secrets.Got.Here(String text, boolean generated) -> {
          switch (columns(step, field, text)) {
            case Parsed.Good<Row>(Row some) -> columns = columns.with(some);
            case Parsed.Bad<Row>(Outcome.Failure failure) -> {
              return new Parsed.Bad<>(failure);
            }
          }
          if (generated) {
            JsonObject shown = Json.object("what", field.column() + " of " + who(step));
            shown.addProperty("value", text);
            once.add(shown);
          }
        }
      }
    }
    return new Parsed.Good<>(new Taken(columns, once));
  }

  private static Parsed<Row> columns(RowStep step, Field field, String text) {
    if (step.table().name().equals(Digests.TABLE) && field.column().equals(Digests.PASSWORD)) {
      return new Parsed.Good<>(Digests.of(step, text));
    }
    return Cells.value(
            step.table().column(field.column()).orElseThrow(), new JsonPrimitive(text))
        .map(value -> Row.of(field.column(), value));
  }

  private static String who(RowStep step) {
    Row row = step.after().orElse(step.set());
    List<String> key =
        step.entity().key().stream().map(row::text).filter(text -> !text.isEmpty()).toList();
    return key.isEmpty() ? step.entity().noun() : String.join("@", key);
  }

  /** {@return a value that stands for nothing secret} */
  static Value none() {
    return Value.of("");
  }
}
