package dev.opensipsmcp.db.internal.sql;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.opensipsmcp.db.Dialect;
import dev.opensipsmcp.db.QueryPlan;
import dev.opensipsmcp.db.QueryPlan.Access;
import dev.opensipsmcp.db.QueryPlan.Step;
import dev.opensipsmcp.db.Row;
import dev.opensipsmcp.db.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks planners what they mean to do, and understands the three ways in which they answer. */
final class Plans {
  /** For example {@code SEARCH acc USING COVERING INDEX acc_time_idx (time>? AND time<?)}. */
  private static final Pattern SQLITE =
      Pattern.compile(
          "(SCAN|SEARCH) (?:TABLE )?(\\S+)(?: AS \\S+)?"
              + "(?: USING (?:AUTOMATIC )?(?:PARTIAL )?(?:COVERING )?"
              + "(?:INDEX (\\S+)|INTEGER PRIMARY KEY|PRIMARY KEY))?.*");

  private Plans() {}

  /** {@return the question for a statement's plan} */
  static Sql question(Sql sql, Dialect dialect) {
    return switch (dialect) {
      case MARIADB -> Sql.of("EXPLAIN ").sql(sql);
      case POSTGRESQL -> Sql.of("EXPLAIN (FORMAT JSON) ").sql(sql);
      case SQLITE -> Sql.of("EXPLAIN QUERY PLAN ").sql(sql);
    };
  }

  /** {@return the plan that the answer tells} */
  static QueryPlan read(List<Row> answer, Dialect dialect) {
    List<Step> steps = new ArrayList<>();
    for (Row row : answer) {
      switch (dialect) {
        case MARIADB -> mariadb(row).ifPresent(steps::add);
        case POSTGRESQL -> postgresql(row, steps);
        case SQLITE -> sqlite(row).ifPresent(steps::add);
      }
    }
    return new QueryPlan(steps);
  }

  private static Optional<Step> mariadb(Row row) {
    // Derived tables are written in angle brackets; without a table there is nothing to read.
    String table = row.text("table");
    if (table.isEmpty() || table.startsWith("<")) {
      return Optional.empty();
    }
    Access access =
        switch (row.text("type")) {
          case "ALL" -> Access.WHOLE_TABLE;
          case "index" -> Access.WHOLE_INDEX;
          default -> Access.INDEX;
        };
    return Optional.of(new Step(table, access, named(row.text("key")), rows(row.text("rows"))));
  }

  private static Optional<Step> sqlite(Row row) {
    Matcher detail = SQLITE.matcher(row.text("detail"));
    if (!detail.matches()) {
      return Optional.empty();
    }
    boolean search = detail.group(1).equals("SEARCH");
    boolean indexed = detail.group().contains(" USING ");
    Access access = search ? Access.INDEX : indexed ? Access.WHOLE_INDEX : Access.WHOLE_TABLE;
    Optional<String> index = Optional.ofNullable(detail.group(3));
    return Optional.of(
        new Step(
            detail.group(2),
            access,
            index.isEmpty() && indexed ? Optional.of("primary key") : index,
            Optional.empty()));
  }

  private static void postgresql(Row row, List<Step> steps) {
    for (Value value : row.values().values()) {
      if (JsonParser.parseString(value.shown()) instanceof JsonArray plans) {
        for (JsonElement plan : plans) {
          node(plan.getAsJsonObject().getAsJsonObject("Plan"), steps);
        }
      }
    }
  }

  private static void node(JsonObject node, List<Step> steps) {
    if (node.has("Relation Name")) {
      Optional<JsonObject> index = indexed(node);
      Access access =
          index.isEmpty()
              ? Access.WHOLE_TABLE
              : index.get().has("Index Cond") ? Access.INDEX : Access.WHOLE_INDEX;
      steps.add(
          new Step(
              node.get("Relation Name").getAsString(),
              access,
              index.map(at -> at.get("Index Name").getAsString()),
              Optional.of(node.get("Plan Rows").getAsLong())));
    } else if (node.get("Plans") instanceof JsonArray inner) {
      inner.forEach(plan -> node(plan.getAsJsonObject(), steps));
    }
    if (node.has("Relation Name") && node.get("Plans") instanceof JsonArray beside) {
      // Questions asked for each row hang below the node that reads the rows.
      for (JsonElement plan : beside) {
        if (!plan.getAsJsonObject().has("Index Name")) {
          node(plan.getAsJsonObject(), steps);
        }
      }
    }
  }

  /** {@return the node that names the index: a bitmap's lies below the one that names the table} */
  private static Optional<JsonObject> indexed(JsonObject node) {
    if (node.has("Index Name")) {
      return Optional.of(node);
    }
    if (node.get("Node Type").getAsString().startsWith("Bitmap")
        && node.get("Plans") instanceof JsonArray inner) {
      for (JsonElement plan : inner) {
        Optional<JsonObject> found = indexed(plan.getAsJsonObject());
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<String> named(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  /** MariaDB gives a number as text. */
  private static Optional<Long> rows(String text) {
    return text.matches("\\d{1,18}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
  }
}
