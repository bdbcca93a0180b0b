package dev.opensipsmcp.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.lab.internal.state.QueryFailed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A node that reads somebody else's database. */
class OutsideTablesTest {
  private static final String DISPATCHER = "dispatcher";

  private static final class Database implements LabTables {
    private final Map<String, List<Map<String, String>>> tables = new HashMap<>();
    private boolean down;

    void add(String table, Map<String, String> row) {
      tables.computeIfAbsent(table, none -> new ArrayList<>()).add(row);
    }

    @Override
    public List<Map<String, String>> rows(String table) {
      if (down) {
        throw new IllegalStateException("connection refused");
      }
      return tables.getOrDefault(table, List.of());
    }
  }

  private final Database database = new Database();

  private LabNode start() {
    return LabNode.of(LabSettings.of(Version.V3_6).withTables(database));
  }

  private static String list(LabNode node) {
    return Wire.result(node, "ds_list", "{}").toString();
  }

  @Test
  void rowsAreReadAtTheStartAndAtAReloadAndAtNoOtherTime() {
    database.add(DISPATCHER, Map.of("setid", "1", "destination", "sip:192.0.2.1"));
    try (LabNode node = start()) {
      assertThat(list(node)).contains("sip:192.0.2.1\"").doesNotContain("203.0.113.5");

      database.add(DISPATCHER, Map.of("setid", "1", "destination", "sip:192.0.2.2"));
      assertThat(list(node)).doesNotContain("sip:192.0.2.2\"");
      assertThat(node.rows(DISPATCHER)).hasSize(2);
      assertThat(node.loaded(DISPATCHER)).hasSize(1);

      Wire.result(node, "ds_reload", "{}");
      assertThat(list(node)).contains("sip:192.0.2.2\"");
      assertThat(node.loaded(DISPATCHER)).hasSize(2);
    }
  }

  @Test
  void aFailedQueryIsARefusalAndKeepsWhatWasLoaded() {
    database.add(DISPATCHER, Map.of("setid", "1", "destination", "sip:192.0.2.1"));
    try (LabNode node = start()) {
      database.down = true;

      assertThat(Wire.call(node, "ds_reload", "{}").get("error").toString())
          .isEqualTo("{\"code\":500,\"message\":\"ERROR Reloading data\"}");

      assertThat(list(node)).contains("sip:192.0.2.1\"");
      assertThat(node.loaded(DISPATCHER)).hasSize(1);
    }
  }

  @Test
  void aNodeWhoseDatabaseIsDownDoesNotComeUp() {
    database.down = true;

    assertThatThrownBy(this::start).isInstanceOf(QueryFailed.class).hasMessageContaining("table");
  }

  @Test
  void whoGaveADatabaseWritesThere() {
    try (LabNode node = start()) {
      Map<String, String> row = Map.of("setid", "1", "destination", "sip:192.0.2.1");

      assertThatThrownBy(() -> node.insertRow(DISPATCHER, row))
          .isInstanceOf(IllegalStateException.class);
    }
  }
}
