package dev.opensipsmcp.server.toolset.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.stream.JsonReader;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.lab.LabNode;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Plan;
import dev.opensipsmcp.server.toolset.testing.AllTools;
import dev.opensipsmcp.server.toolset.testing.NodePorts;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NumbersTest {

  private static Outcome run(NodePorts ports, String tool, String arguments) {
    return ports.run(AllTools.named(tool), arguments.replace('\'', '"'));
  }

  private static JsonObject value(NodePorts ports, String tool, String arguments) {
    assertThat(run(ports, tool, arguments)).isInstanceOf(Outcome.Value.class);
    return ((Outcome.Value) run(ports, tool, arguments)).data().getAsJsonObject();
  }

  @ParameterizedTest
  @EnumSource(names = {"V3_6", "V4_0"})
  void theSameQuestionsAreAnsweredWhateverTheCommandsAreCalled(Version version) {
    try (LabNode node = LabNode.start(version);
        NodePorts ports = NodePorts.onto(node.miUrl())) {
      assertThat(value(ports, "dialplan_translate", "{'dpid':1,'input':'0123456'}"))
          .hasToString(
              "{\"translated\":true,\"output\":\"+44123456\",\"attributes\":\"national\"}");
      assertThat(value(ports, "dialplan_translate", "{'dpid':1,'input':'zzz'}"))
          .hasToString("{\"translated\":false}");
      assertThat(value(ports, "trie_search", "{'partition':'ported','number':'120255501439'}"))
          .hasToString(
              "{\"matched\":true,\"prefix\":\"12025550143\",\"attributes\":\"rn=1202555\"}");
      assertThat(value(ports, "trie_search", "{'partition':'ported','number':'7'}"))
          .hasToString("{\"matched\":false}");
      assertThat(
              value(
                  ports,
                  "permissions_test_uri",
                  "{'basename':'register','uri':'sip:a@example.com','contact':'sip:b@example.com'}"))
          .hasToString("{\"allowed\":false}");
    }
  }

  @Test
  void thatThereAreNoRulesIsAFailureAndNoFinding() {
    try (LabNode node = LabNode.start(Version.V3_6);
        NodePorts ports = NodePorts.onto(node.miUrl())) {
      assertThat(run(ports, "dialplan_translate", "{'dpid':9,'input':'1'}"))
          .isInstanceOfSatisfying(
              Outcome.Failure.class, failure -> assertThat(failure.cause()).contains("dpid"));
    }
  }

  @Test
  void carrierRoutesArePagedWithoutLosingARule() {
    try (LabNode node = LabNode.start(Version.V3_6);
        NodePorts ports = NodePorts.onto(node.miUrl())) {
      List<String> hosts = new ArrayList<>();
      String cursor = "";
      boolean more = true;
      while (more) {
        String at = cursor.isEmpty() ? "" : ",'cursor':'" + cursor + "'";
        Outcome.Rows page = (Outcome.Rows) run(ports, "carrierroute_dump", "{'limit':2" + at + "}");
        page.rows().forEach(row -> hosts.add(row.get("host").getAsString()));
        more = page.more();
        cursor = page.cursorAfter().apply(page.rows().size());
      }
      assertThat(hosts).hasSize(6).doesNotHaveDuplicates();
    }
  }

  @Test
  void aHostThatIsOffIsNotReplacedSinceOpenSipsWouldSwitchItOn() {
    try (LabNode node = LabNode.start(Version.V3_6);
        NodePorts ports = NodePorts.onto(node.miUrl())) {
      Plan plan =
          ports.plan(
              AllTools.named("carrierroute_replace_host"),
              "{\"domain\":\"proxy\",\"prefix\":\"44\",\"host\":\"gw2.uk.example.net\","
                  + "\"new_host\":\"gw9.uk.example.net\"}");

      assertThat(plan)
          .isInstanceOfSatisfying(
              Plan.Refused.class,
              refused -> assertThat(refused.failure().code()).isEqualTo("TARGET_UNFIT"));
    }
  }

  @Test
  void aHostIsNotAddedTwice() {
    try (LabNode node = LabNode.start(Version.V3_6);
        NodePorts ports = NodePorts.onto(node.miUrl())) {
      assertThat(
              run(
                  ports,
                  "carrierroute_add_host",
                  "{'domain':'proxy','prefix':'49','host':'gw1.de.example.net','weight':1}"))
          .isInstanceOfSatisfying(
              Outcome.Failure.class, failure -> assertThat(failure.cause()).contains("already"));
    }
  }

  /** As a real 3.6.8 server prints a host that is off and the one that stands in for it. */
  @Test
  void aDumpTellsWhoStandsInForWhom() throws IOException {
    JsonArray lines = new JsonArray();
    lines.add(new JsonObject());
    lines.add("        49: 50.000 %, 'gw1.de.example.net': OFF, '2', '0', '99', 'it's off'\n");
    lines.add("gw2.de.example.net");
    lines.add(new JsonObject());
    lines.add("      NULL: 50.000 %, 'gw2.de.example.net': ON, '0', '', '', ''\n");
    lines.add("gw1.de.example.net");
    JsonObject domain = new JsonObject();
    domain.addProperty("name", "proxy");
    domain.add("Rules", lines);
    JsonObject dump =
        JsonParser.parseString("{\"Carriers\":[{\"name\":\"default\",\"id\":1,\"Domains\":[]}]}")
            .getAsJsonObject();
    dump.getAsJsonArray("Carriers").get(0).getAsJsonObject().getAsJsonArray("Domains").add(domain);

    List<String> rules = new ArrayList<>();
    CarrierRules.read(
        new JsonReader(new StringReader(dump.toString())), rule -> rules.add(rule.toString()));

    assertThat(rules)
        .containsExactly(
            "{\"carrier\":\"default\",\"domain\":\"proxy\",\"prefix\":\"49\","
                + "\"host\":\"gw1.de.example.net\",\"enabled\":false,\"percent\":50.0,\"strip\":2,"
                + "\"rewrite_prefix\":\"0\",\"rewrite_suffix\":\"99\",\"comment\":\"it's off\","
                + "\"backed_up_by\":\"gw2.de.example.net\"}",
            "{\"carrier\":\"default\",\"domain\":\"proxy\",\"prefix\":\"\","
                + "\"host\":\"gw2.de.example.net\",\"enabled\":true,\"percent\":50.0,\"strip\":0,"
                + "\"backup_for\":[\"gw1.de.example.net\"]}");
  }
}
