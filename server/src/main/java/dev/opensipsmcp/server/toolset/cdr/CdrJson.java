package dev.opensipsmcp.server.toolset.cdr;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.opensipsmcp.db.DbResult;
import dev.opensipsmcp.db.QueryPlan;
import dev.opensipsmcp.db.Row;
import dev.opensipsmcp.db.Value;
import dev.opensipsmcp.db.cdr.Cdr;
import dev.opensipsmcp.db.cdr.CdrAbout;
import dev.opensipsmcp.db.cdr.CdrAnswer;
import dev.opensipsmcp.db.cdr.CdrColumn;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Schema;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Writes what the database told. */
final class CdrJson {
  /** Where flag cdr was not used, the beginning lies in 1970, and the setup counts from there. */
  private static final int FIRST_YEAR = 1971;

  private CdrJson() {}

  /** {@return what {@link #about(CdrAbout)} gives} */
  static Schema about() {
    return Schema.object(
        "What it was made of",
        Schema.required("table", Schema.text("The table")),
        Schema.required("from", Schema.text("First moment, on the node's clock")),
        Schema.required("until", Schema.text("First moment behind, on the node's clock")),
        Schema.required("columns", Schema.map("Column by meaning")),
        Schema.required("guessed", Schema.texts("Meanings guessed by the columns' names")),
        Schema.required("read_by", Schema.texts("Index that served, or a whole table")));
  }

  static JsonObject about(CdrAbout about) {
    JsonObject json = new JsonObject();
    json.addProperty("table", about.table());
    json.addProperty("from", about.window().from().toString());
    json.addProperty("until", about.window().until().toString());
    JsonObject columns = new JsonObject();
    about.columns().forEach((column, name) -> columns.addProperty(column.label(), name));
    json.add("columns", columns);
    JsonArray guessed = new JsonArray();
    about.guessed().stream().sorted().map(CdrColumn::label).forEach(guessed::add);
    json.add("guessed", guessed);
    JsonArray read = new JsonArray();
    about.access().stream().map(CdrJson::step).distinct().forEach(read::add);
    json.add("read_by", read);
    return json;
  }

  /** {@return what was found, one row each under a name, or why nothing was} */
  static <T> Outcome rows(
      DbResult<CdrAnswer<List<T>>> result, String name, Function<T, JsonObject> row) {
    return switch (result) {
      case DbResult.Failure<CdrAnswer<List<T>>> failed -> Given.failure(failed.error());
      case DbResult.Success<CdrAnswer<List<T>>>(CdrAnswer<List<T>> answer) -> {
        JsonObject json = new JsonObject();
        json.add("about", about(answer.about()));
        JsonArray rows = new JsonArray();
        answer.value().stream().map(row).forEach(rows::add);
        json.add(name, rows);
        yield new Outcome.Value(json, answer.about().warnings());
      }
    };
  }

  /** {@return the same as a sentence, for a list, and what else is to be known} */
  static List<String> notes(CdrAbout about) {
    List<String> notes = new ArrayList<>();
    StringBuilder note = new StringBuilder("Table ").append(about.table());
    note.append(" from ").append(about.window().from());
    note.append(" until ").append(about.window().until()).append(" on the node's clock");
    about.access().stream()
        .map(CdrJson::step)
        .distinct()
        .forEach(step -> note.append(", read by ").append(step));
    for (CdrColumn column : about.guessed().stream().sorted().toList()) {
      note.append(", ").append(column.label()).append(" guessed to be ");
      note.append(about.columns().get(column));
    }
    notes.add(note.append('.').toString());
    notes.addAll(about.warnings());
    return notes;
  }

  private static String step(QueryPlan.Step step) {
    return switch (step.access()) {
      case INDEX -> "index " + step.index().orElse("");
      case WHOLE_INDEX -> "all of index " + step.index().orElse("");
      case WHOLE_TABLE -> "all of the table";
    };
  }

  static JsonObject row(Cdr cdr) {
    JsonObject json = new JsonObject();
    boolean whole =
        !(cdr.known().value(CdrColumn.CREATED.label()) instanceof Value.Moment(LocalDateTime at))
            || at.getYear() >= FIRST_YEAR;
    for (Map.Entry<String, Value> one : cdr.known().values().entrySet()) {
      boolean meant =
          whole
              || (!one.getKey().equals(CdrColumn.CREATED.label())
                  && !one.getKey().equals(CdrColumn.SETUP.label()));
      if (meant && !one.getValue().shown().isEmpty()) {
        json.add(one.getKey(), value(one.getValue()));
      }
    }
    if (!cdr.extra().values().isEmpty()) {
      json.add("extra", object(cdr.extra()));
    }
    return json;
  }

  static JsonObject object(Row row) {
    JsonObject json = new JsonObject();
    row.values().forEach((name, value) -> json.add(name, value(value)));
    return json;
  }

  private static JsonElement value(Value value) {
    return switch (value) {
      case Value.Null _ -> JsonNull.INSTANCE;
      case Value.Whole(BigInteger number) -> new JsonPrimitive(number);
      case Value.Real(BigDecimal number) -> new JsonPrimitive(number);
      case Value.Text text -> new JsonPrimitive(text.shown());
      case Value.Moment moment -> new JsonPrimitive(moment.shown());
      case Value.Bytes bytes -> new JsonPrimitive(bytes.shown());
    };
  }

  /** Adds a number rounded to two digits behind the point, if there is one. */
  static void add(JsonObject json, String name, Optional<Double> number) {
    if (number.isPresent()) {
      BigDecimal rounded =
          BigDecimal.valueOf(number.get()).setScale(2, RoundingMode.HALF_UP).stripTrailingZeros();
      json.addProperty(name, rounded.scale() < 0 ? rounded.setScale(0) : rounded);
    }
  }

  /** {@return a ratio as a percentage} */
  static Optional<Double> percent(Optional<Double> ratio) {
    return ratio.map(part -> part * 100);
  }

  /** {@return a word of an enum as it is written} */
  static String word(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT);
  }
}
