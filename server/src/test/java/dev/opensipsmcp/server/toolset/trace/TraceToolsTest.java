package dev.opensipsmcp.server.toolset.trace;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.server.tool.Demand;
import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.toolset.testing.OnLab;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TraceToolsTest {

  @ParameterizedTest
  @EnumSource(names = {"V3_6", "V4_0"})
  void aFilteredTraceIsStartedSeenAndStopped(Version version) {
    try (OnLab node = OnLab.of(version)) {
      node.object(
          "trace_start",
          "{\"id\":\"carol1\",\"uri\":\"hep:192.0.2.60:9060\",\"filter_caller\":\"carol\","
              + "\"filter_ip\":\"198.51.100.7\"}");

      JsonObject seen = node.rows("trace_get_status", "{\"id\":\"carol1\"}").getFirst();
      assertThat(seen.get("state").getAsString()).isEqualTo("dynamic");
      assertThat(seen.get("filters"))
          .hasToString("[{\"ip\":\"198.51.100.7\"},{\"caller\":\"carol\"}]");

      node.thereAndBack("trace_stop", "{\"id\":\"carol1\"}");
      assertThat(node.rows("trace_get_status", "{\"id\":\"carol1\"}").getFirst()).isEqualTo(seen);
      node.object("trace_stop", "{\"id\":\"carol1\"}");
      assertThat(node.code("trace_stop", "{\"id\":\"carol1\"}")).isEqualTo("TARGET_NOT_FOUND");
    }
  }

  @Test
  void oneDestinationIsSwitchedByItsIdOrByWhereItGoes() {
    try (OnLab node = OnLab.of(Version.V3_6)) {
      node.object("trace_set", "{\"action\":\"stop\",\"trace_uri\":\"hep:192.0.2.60:9060\"}");
      assertThat(node.rows("trace_get_status", "{\"id\":\"tid\"}").getFirst().get("state"))
          .hasToString("\"off\"");
      node.object("trace_set", "{\"action\":\"start\",\"id\":\"tid\"}");
      node.object("trace_set", "{\"action\":\"stop\"}");
      assertThat(node.rows("trace_get_status", "{\"id\":\"tid\"}").getFirst())
          .matches(row -> row.get("state").getAsString().equals("on"))
          .matches(row -> row.get("global").getAsString().equals("off"));
      assertThat(node.code("trace_set", "{\"action\":\"stop\",\"id\":\"nope\"}"))
          .isEqualTo("TARGET_NOT_FOUND");
    }
  }

  @Test
  void askingForTheStatusOnlyReads() {
    try (OnLab node = OnLab.of(Version.V3_6)) {
      assertThat(node.choice("trace_set", "{\"action\":\"status\"}"))
          .isInstanceOfSatisfying(
              Work.Choice.Chosen.class,
              chosen -> {
                assertThat(chosen.demand()).isEqualTo(Demand.MI_READ);
                assertThat(chosen.work()).isInstanceOf(Work.Read.class);
              });
      assertThat(node.choice("trace_set", "{\"action\":\"stop\"}"))
          .isInstanceOfSatisfying(
              Work.Choice.Chosen.class,
              chosen -> assertThat(chosen.demand().risk()).isEqualTo(Risk.REVERSIBLE));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"V3_6", "V4_0"})
  void everyTransportOfTheNodeIsListedAndSwitched(Version version) {
    try (OnLab node = OnLab.of(version)) {
      assertThat(node.rows("trace_list_transports", "{}"))
          .extracting(row -> row.get("protocol").getAsString())
          .startsWith("tcp", "tls", "ws", "wss", "msrp")
          .hasSize(version == Version.V4_0 ? 6 : 5);
      node.object("trace_set_transport", "{\"protocol\":\"wss\",\"enabled\":true}");
      assertThat(node.rows("trace_list_transports", "{}"))
          .filteredOn(row -> row.get("state").getAsString().equals("on"))
          .extracting(row -> row.get("protocol").getAsString())
          .containsExactly("wss");
      node.thereAndBack("trace_set_transport", "{\"protocol\":\"tls\",\"enabled\":true}");
    }
  }
}
