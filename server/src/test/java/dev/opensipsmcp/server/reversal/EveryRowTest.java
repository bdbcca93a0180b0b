package dev.opensipsmcp.server.reversal;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.db.testing.DatabaseKind;
import dev.opensipsmcp.db.testing.TestDatabase;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.server.gate.GateReply;
import dev.opensipsmcp.server.toolset.provision.Activation;
import dev.opensipsmcp.server.toolset.provision.Entity;
import dev.opensipsmcp.server.toolset.provision.kind.Kinds;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * For every kind of row, on every kind of database: it is created, listed, changed and deleted, the
 * lab has it after each reload, and each of the three is taken back, so that the table ends as it
 * began.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryRowTest {
  @TempDir Path directory;

  private final Map<String, Plant> plants = new HashMap<>();

  /** A database, and a node that reads it. */
  private record Plant(TestDatabase database, Stage stage) {}

  @AfterAll
  void close() {
    plants
        .values()
        .forEach(plant -> {
          plant.stage().close();
          plant.database().close();
        });
  }

  @Test
  void everyKindOfRowHasASample() {
    assertThat(RowSample.all().stream().map(RowSample::entity).sorted().toList())
        .isEqualTo(Kinds.all().stream().map(Entity::name).sorted().toList());
  }

  @TestFactory
  Stream<DynamicNode> livesAndIsTakenBack() {
    List<DynamicNode> all = new ArrayList<>();
    for (DatabaseKind kind : DatabaseKind.available()) {
      for (RowSample sample : RowSample.all()) {
        all.add(
            DynamicTest.dynamicTest(
                sample + " on " + kind, () -> livesAndIsTakenBack(sample, kind)));
      }
    }
    return all.stream();
  }

  private Plant plant(DatabaseKind kind, Version version) {
    return plants.computeIfAbsent(
        kind + version.label(),
        name -> {
          TestDatabase database = TestDatabase.of(kind).withSchema(version);
          return new Plant(
              database, new Stage(version, database.database(), directory.resolve(name)));
        });
  }

  private void livesAndIsTakenBack(RowSample sample, DatabaseKind kind) {
    Entity entity =
        Kinds.all().stream()
            .filter(one -> one.name().equals(sample.entity()))
            .findFirst()
            .orElseThrow();
    Plant plant = plant(kind, sample.version());
    Stage stage = plant.stage();
    List<String> firsts = new ArrayList<>();
    for (Sample.Call call : sample.first()) {
      firsts.add(done(stage.call(call)).get("change_id").getAsString());
    }
    List<String> start = stored(plant, entity);

    JsonObject created = done(stage.call(entity.name() + "_create", sample.create()));
    active(created, entity);
    List<String> afterCreate = stored(plant, entity);
    assertThat(afterCreate).hasSize(start.size() + 1);
    JsonObject row = row(created);
    assertThat(listed(stage, entity)).anyMatch(one -> one.equals(row));
    assertThat(got(stage, entity, row)).isEqualTo(row);
    loaded(plant, sample, entity, start.size() + 1);

    JsonObject change = sample.update().deepCopy();
    change.add(entity.rowId(), row.get(entity.rowId()));
    JsonObject updated = done(stage.call(entity.name() + "_update", change));
    active(updated, entity);
    List<String> afterUpdate = stored(plant, entity);
    assertThat(afterUpdate).hasSize(start.size() + 1).isNotEqualTo(afterCreate);

    JsonObject which = new JsonObject();
    which.add(entity.rowId(), row.get(entity.rowId()));
    JsonObject deleted = done(stage.call(entity.name() + "_delete", which));
    active(deleted, entity);
    assertThat(stored(plant, entity)).isEqualTo(start);
    loaded(plant, sample, entity, start.size());

    active(done(stage.revert(id(deleted))), entity);
    assertThat(stored(plant, entity)).isEqualTo(afterUpdate);
    active(done(stage.revert(id(updated))), entity);
    assertThat(stored(plant, entity)).isEqualTo(afterCreate);
    loaded(plant, sample, entity, start.size() + 1);
    active(done(stage.revert(id(created))), entity);
    assertThat(stored(plant, entity)).isEqualTo(start);
    for (String first : firsts.reversed()) {
      done(stage.revert(first));
    }
  }

  /** Every column, those that no tool shows among them. */
  private static List<String> stored(Plant plant, Entity entity) {
    String quote = plant.database().kind().dialect().name().equals("MARIADB") ? "`" : "\"";
    return plant
        .database()
        .query(
            "SELECT * FROM "
                + quote
                + entity.table()
                + quote
                + " ORDER BY "
                + quote
                + entity.rowId()
                + quote);
  }

  private static void loaded(Plant plant, RowSample sample, Entity entity, int rows) {
    if (entity.activation() instanceof Activation.ByReload && sample.loaded()) {
      assertThat(plant.stage().lab().loaded(entity.table()))
          .as("what the node has of %s", entity.table())
          .hasSize(rows);
    }
  }

  private static void active(JsonObject envelope, Entity entity) {
    JsonArray tables = envelope.getAsJsonObject("data").getAsJsonArray("activation");
    for (JsonElement table : tables) {
      String state = table.getAsJsonObject().get("state").getAsString();
      switch (entity.activation()) {
        case Activation.ByReload(var proof) ->
            assertThat(state)
                .as(table.toString())
                .isEqualTo(proof.isPresent() ? "active" : "reloaded");
        case Activation.AtOnce _ -> assertThat(state).isEqualTo("active");
        case Activation.Otherwise _ -> assertThat(state).isEqualTo("not_active");
      }
    }
  }

  private static List<JsonObject> listed(Stage stage, Entity entity) {
    List<JsonObject> rows = new ArrayList<>();
    JsonObject all = new JsonObject();
    all.addProperty("limit", 500);
    done(stage.call(entity.name() + "_list", all))
        .getAsJsonArray("data")
        .forEach(row -> rows.add(row.getAsJsonObject()));
    return rows;
  }

  private static JsonObject got(Stage stage, Entity entity, JsonObject row) {
    JsonObject which = new JsonObject();
    which.add(entity.rowId(), row.get(entity.rowId()));
    return done(stage.call(entity.name() + "_get", which)).getAsJsonObject("data");
  }

  private static JsonObject row(JsonObject envelope) {
    return envelope
        .getAsJsonObject("data")
        .getAsJsonArray("rows")
        .get(0)
        .getAsJsonObject()
        .getAsJsonObject("row");
  }

  private static String id(JsonObject envelope) {
    return envelope.get("change_id").getAsString();
  }

  private static JsonObject done(GateReply reply) {
    assertThat(reply).isInstanceOf(GateReply.Done.class);
    return ((GateReply.Done) reply).envelope();
  }
}
