package dev.opensipsmcp.server.toolset.provision;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.db.Row;
import dev.opensipsmcp.db.Value;
import dev.opensipsmcp.server.secret.Secrets;
import dev.opensipsmcp.server.toolset.common.Json;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells what happens to rows: to a person who decides, and to the journal that takes it back. */
final class RowStories {
  private RowStories() {}

  /** {@return one sentence that says what will happen to what} */
  static String summary(List<RowStep> steps) {
    if (steps.size() > 1) {
      return "Change "
          + steps.size()
          + " rows of "
          + String.join(", ", steps.stream().map(step -> step.table().name()).distinct().toList())
          + " in one transaction.";
    }
    RowStep step = steps.getFirst();
    String verb =
        switch (step.verb()) {
          case CREATE, LIST, GET -> "Create";
          case UPDATE -> "Update";
          case DELETE -> "Delete";
        };
    return verb + " the " + step.entity().noun() + " " + name(step) + ".";
  }

  private static String name(RowStep step) {
    Row row = step.before().orElse(step.set());
    List<String> columns =
        step.entity().key().isEmpty()
            ? step.entity().fields().stream().map(Field::column).limit(3).toList()
            : step.entity().key();
    List<String> parts =
        columns.stream().filter(row::has).map(column -> column + "=" + row.text(column)).toList();
    return step.id().map(id -> step.entity().rowId() + "=" + id + " ").orElse("")
        + "("
        + String.join(", ", parts)
        + ")";
  }

  /** {@return what is set, with the places where secrets come from} */
  static JsonObject set(RowStep step) {
    JsonObject json = new JsonObject();
    for (Map.Entry<String, Value> one : step.set().values().entrySet()) {
      boolean stamp =
          step.entity()
              .field(one.getKey())
              .map(field -> field.kind() instanceof Field.Kind.Stamp)
              .orElse(false);
      if (!stamp) {
        json.add(one.getKey(), Cells.json(one.getValue()));
      }
    }
    step.secrets().forEach(json::addProperty);
    return json;
  }

  /** {@return the row's change, column by column} */
  static JsonObject story(RowStep step) {
    JsonObject story = Json.object("do", step.verb().label());
    story.addProperty("table", step.table().name());
    step.id().ifPresent(id -> story.addProperty(step.entity().rowId(), id));
    switch (step.verb()) {
      case DELETE -> story.add("goes", Rows.shown(step.entity(), step.before().orElseThrow()));
      case CREATE, LIST, GET -> story.add("comes", set(step));
      case UPDATE -> {
        JsonObject from = new JsonObject();
        step.set()
            .values()
            .keySet()
            .forEach(
                column -> from.add(column, Cells.json(step.before().orElseThrow().value(column))));
        story.add("from", from);
        story.add("to", set(step));
      }
    }
    return story;
  }

  /**
   * {@return the arguments of the call that takes the changes back, the last one first}
   *
   * @param steps the changes
   * @param reload whether it is to reload
   * @param secrets keeps the secrets of rows that go or get others
   */
  static JsonObject inverse(List<RowStep> steps, boolean reload, Secrets secrets) {
    JsonArray changes = new JsonArray();
    for (RowStep step : steps.reversed()) {
      JsonObject change = Json.object("entity", step.entity().name());
      switch (step.verb()) {
        case CREATE, LIST, GET -> {
          change.addProperty("action", RestoreIntent.TAKE_OUT);
          change.add("row", plain(step.entity(), step.set()));
        }
        case UPDATE -> {
          Row before = step.before().orElseThrow();
          change.addProperty("action", RestoreIntent.SET_BACK);
          Set<String> columns = new LinkedHashSet<>(step.set().values().keySet());
          step.secrets()
              .keySet()
              .forEach(argument ->
                  step.entity().byArgument(argument).map(Field::column).ifPresent(columns::add));
          Row former = before.only(columns);
          change.add(
              "row",
              plain(
                  step.entity(),
                  Row.of(step.entity().rowId(), before.value(step.entity().rowId())).with(former)));
          if (!step.secrets().isEmpty()) {
            Kept.seal(step.entity(), before, secrets)
                .ifPresent(kept -> change.addProperty("kept", kept));
          }
        }
        case DELETE -> {
          Row before = step.before().orElseThrow();
          change.addProperty("action", RestoreIntent.PUT_BACK);
          change.add("row", plain(step.entity(), before));
          Kept.seal(step.entity(), before, secrets)
              .ifPresent(kept -> change.addProperty("kept", kept));
        }
      }
      changes.add(change);
    }
    JsonObject arguments = new JsonObject();
    arguments.add("changes", changes);
    arguments.addProperty(Provisioning.RELOAD, reload);
    return arguments;
  }

  /** The row's columns without secrets; those that the entity does not know are kept as well. */
  private static JsonObject plain(Entity entity, Row row) {
    JsonObject json = new JsonObject();
    row.values()
        .forEach((column, value) -> {
          boolean secret = entity.field(column).map(Field::secret).orElse(false);
          JsonElement shown = Cells.json(value);
          if (!secret) {
            json.add(column, shown);
          }
        });
    return json;
  }
}
