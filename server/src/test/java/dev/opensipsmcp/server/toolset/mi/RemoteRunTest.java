package dev.opensipsmcp.server.toolset.mi;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.MiCommand;
import dev.opensipsmcp.facts.Recipe;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.server.tool.Demand;
import java.util.Arrays;
import java.util.HashSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A command that is sent on is worth what it is worth itself, by whichever way it is sent. */
class RemoteRunTest {
  private final MiTable table = new MiTable();

  static Stream<Version> operable() {
    return Arrays.stream(Version.values()).filter(Version::operable);
  }

  @ParameterizedTest
  @MethodSource("operable")
  void noCommandAsksLessWhenItIsSentOn(Version version) {
    for (MiCommand command : Facts.of(version).mi().commands()) {
      for (Recipe recipe : command.recipes()) {
        Demand own = table.demand(version, command.name(), new HashSet<>(recipe.names()));
        for (String way : new String[] {"cluster_send_mi", "cluster_broadcast_mi"}) {
          Demand sent = table.demand(version, way, sending(command.name(), recipe));
          assertThat(sent.risk())
              .as("%s %s in %s", command.name(), recipe.names(), version)
              .isGreaterThanOrEqualTo(own.risk());
        }
      }
    }
  }

  private static JsonObject sending(String command, Recipe recipe) {
    JsonObject params = new JsonObject();
    params.addProperty("cluster_id", 1);
    params.addProperty("cmd_name", command);
    JsonArray values = new JsonArray();
    recipe.names().forEach(_ -> values.add("x"));
    if (!values.isEmpty()) {
      params.add("cmd_params", values);
    }
    return params;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"cmd_name\":\"uptime\",\"CMD_NAME\":\"kill\"}",
        "{\"CMD_NAME\":\"kill\",\"cmd_name\":\"uptime\"}",
        "{\"cmd_name\":[\"uptime\"]}",
        "{\"cmd_name\":\"no_such_command\"}",
        "{\"cmd_name\":\"uptime\",\"cmd_params\":[\"a\",\"b\",\"c\"]}",
        "{\"cmd_name\":\"lb_status\",\"cmd_params\":[\"1\"],\"Cmd_Params\":[\"1\",\"0\"]}",
        "{\"cmd_name\":\"cluster_send_mi\",\"cmd_params\":[\"1\",\"2\",\"uptime\"]}"
      })
  void whatCantBeToldForSureAsksTheMost(String params) {
    JsonObject given = JsonParser.parseString(params).getAsJsonObject();
    assertThat(table.demand(Version.V3_6, "cluster_send_mi", given)).isEqualTo(MiTable.MOST);
    assertThat(table.demand(Version.V4_0, "broadcast_mi", given)).isEqualTo(MiTable.MOST);
  }

  @ParameterizedTest
  @ValueSource(strings = {"cluster_send_mi", "clusterer:send_mi", "send_mi"})
  void everySpellingIsLookedThrough(String way) {
    JsonObject given = JsonParser.parseString("{\"Cmd_Name\":\"uptime\"}").getAsJsonObject();
    assertThat(table.demand(Version.V4_0, way, given)).isEqualTo(Demand.MI_READ);
  }
}
