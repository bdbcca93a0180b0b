package dev.opensipsmcp.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.facts.Column;
import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.lab.internal.command.Commands;
import dev.opensipsmcp.lab.internal.state.NodeState;
import dev.opensipsmcp.lab.internal.state.Row;
import dev.opensipsmcp.lab.internal.state.Tables;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is in the database is not active before the module that reads it is told to reload. */
class TablesTest {

  @ParameterizedTest
  @EnumSource(names = {"V3_6", "V4_0"})
  void seedsRowsThatTheVersionsTablesWouldTake(Version version) {
    NodeState state = NodeState.of(LabSettings.of(version), 1);
    Commands commands = new Commands(state, Facts.of(version).mi());
    assertThat(commands.names().all()).isNotEmpty();

    Tables tables = state.tables();
    assertThat(tables.names()).contains("dispatcher", "load_balancer", "dr_gateways", "dr_rules");
    for (String table : tables.names()) {
      for (Row row : tables.rows(table)) {
        tables.check(table, row.columns().keySet());
        assertThat(row.columns().keySet()).as(table).containsAll(required(version, table));
      }
    }
  }

  private static List<String> required(Version version, String table) {
    return Facts.of(version).table(table).orElseThrow().columns().stream()
        .filter(column -> !column.nullable() && !column.autoIncrement())
        .filter(column -> column.defaultValue().isEmpty())
        .map(Column::name)
        .toList();
  }

  @Test
  void refusesTablesAndColumnsThatTheVersionHasNot() {
    try (LabNode node = LabNode.start(Version.V3_6)) {
      assertThatThrownBy(() -> node.insertRow("dispatcher", Map.of("colour", "red")))
          .hasMessage("no dispatcher.colour in this version");
      assertThatThrownBy(() -> node.deleteRows("nothing", "id", "1"))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void aDestinationIsActiveAfterTheReload() {
    try (LabNode node = LabNode.start(Version.V3_6)) {
      node.insertRow("dispatcher", Map.of("setid", "9", "destination", "sip:192.0.2.90:5060"));
      assertThat(read(node, "ds_list")).doesNotContain("192.0.2.90");

      Wire.result(node, "ds_reload", "{}");

      assertThat(read(node, "ds_list")).contains("192.0.2.90");
    }
  }

  @Test
  void statesSurviveAReloadUnlessToldOtherwise() {
    try (LabNode node = LabNode.start(Version.V4_0)) {
      Wire.result(
          node,
          "ds_set_state",
          "{\"state\":\"i\",\"group\":\"1\",\"address\":\"sip:203.0.113.5:5060\"}");

      Wire.result(node, "ds_reload", "{}");
      assertThat(state(node)).isEqualTo("Inactive");

      Wire.result(node, "ds_reload", "{\"inherit_state\":0}");
      assertThat(state(node)).isEqualTo("Active");
    }
  }

  private static String state(LabNode node) {
    JsonArray sets =
        Wire.result(node, "ds_list", "{}")
            .getAsJsonObject()
            .getAsJsonArray("PARTITIONS")
            .get(0)
            .getAsJsonObject()
            .getAsJsonArray("SETS");
    for (JsonElement set : sets) {
      JsonObject first =
          set.getAsJsonObject().getAsJsonArray("Destinations").get(0).getAsJsonObject();
      if (first.get("URI").getAsString().equals("sip:203.0.113.5:5060")) {
        return first.get("state").getAsString();
      }
    }
    return "gone";
  }

  @Test
  void aResizeLastsUntilTheReloadAndASwitchOffLonger() {
    try (LabNode node = LabNode.start(Version.V3_6)) {
      Wire.result(
          node, "lb_resize", "{\"destination_id\":1,\"res_name\":\"pstn\",\"new_capacity\":99}");
      Wire.result(node, "lb_status", "{\"destination_id\":2,\"new_status\":0}");
      assertThat(read(node, "lb_list")).contains("\"max\":99");

      Wire.result(node, "lb_reload", "{}");

      assertThat(read(node, "lb_list"))
          .doesNotContain("\"max\":99")
          .contains("\"enabled\":\"no\",\"auto-reenable\":\"off\"");
    }
  }

  @Test
  void aGatewayThatIsGoneFromTheTableIsGoneAfterTheReloadWhoseDateMoves() {
    Clock clock = Clock.fixed(Instant.parse("2026-11-06T05:04:03Z"), ZoneOffset.UTC);
    try (LabNode node = LabNode.of(LabSettings.of(Version.V3_6).withClock(clock))) {
      assertThat(node.deleteRows("dr_gateways", "gwid", "gw2")).isEqualTo(1);
      assertThat(read(node, "dr_gw_status")).contains("gw2");

      Wire.result(node, "dr_reload", "{}");

      assertThat(read(node, "dr_gw_status")).doesNotContain("gw2");
      assertThat(read(node, "dr_reload_status"))
          .isEqualTo("{\"Date\":\"Fri Nov  6 05:04:03 2026\"}");
    }
  }

  @Test
  void aNumberIsRoutedByTheLongestPrefixOfItsGroup() {
    try (LabNode node = LabNode.start(Version.V3_6)) {
      assertThat(route(node, "{\"group_id\":1,\"number\":\"00441234\"}"))
          .isEqualTo(
              "{\"Matched Prefix\":\"0044\",\"GW List\":[{\"GATEWAY\":\"gw1\"},"
                  + "{\"GATEWAY\":\"gw2\"}],\"ATTRS\":\"rule1\"}");
      assertThat(route(node, "{\"number\":\"00441234\"}")).isEqualTo("\"No match\"");
    }
  }

  private static String route(LabNode node, String arguments) {
    return Wire.result(node, "dr_number_routing", arguments).toString();
  }

  private static String read(LabNode node, String command) {
    return Wire.result(node, command, "{}").toString();
  }

  /** Word by word what 3.6.8 and 4.0.1 answered with the same rows. */
  @ParameterizedTest
  @EnumSource(names = {"V3_6", "V4_0"})
  void qualityRoutingAnswersAsRealNodesDid(Version version) {
    try (LabNode node = LabNode.start(version)) {
      assertThat(quality(node, "{\"partition\":\"Default\",\"rule_id\":4,\"dst_name\":\"gw1\"}"))
          .isEqualTo(
              "{\"Gateway\":{\"GWID\":\"gw1\",\"ASR\":\"-1.00/0\",\"CCR\":\"-1.00/0\","
                  + "\"PDD\":\"-1.00/0\",\"AST\":\"-1.00/0\",\"ACD\":\"-1.00/0\"}}");
      assertThat(quality(node, "{}"))
          .startsWith(
              "{\"Partitions\":[{\"Name\":\"Default\",\"Rules\":[{\"Id\":4,\"Destinations\":["
                  + "{\"Gateway\":{\"GWID\":\"gw1\",")
          .contains("{\"Carrier\":{\"CRID\":\"cr1\",\"Gateways\":[{\"GWID\":\"gw1\",");
      assertThat(quality(node, "{\"partition\":\"nope\"}")).startsWith("{\"Name\":\"Default\"");
    }
  }

  private static String quality(LabNode node, String arguments) {
    return Wire.result(node, "qr_status", arguments).toString();
  }
}
