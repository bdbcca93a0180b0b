package dev.opensipsmcp.server.toolset.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.lab.LabNode;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.toolset.testing.NodePorts;
import dev.opensipsmcp.server.toolset.testing.Outcomes;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The audit with a node that answers. */
class LiveLintTest {
  /** What the stand-in node runs, as far as its sockets tell. */
  private static final String ITS =
      """
      socket=udp:192.0.2.1:5060
      socket=tcp:192.0.2.1:5060
      mpath="/usr/lib/opensips/modules/"
      loadmodule "proto_udp.so"
      loadmodule "proto_tcp.so"
      loadmodule "signaling.so"
      loadmodule "sl.so"
      loadmodule "dialog.so"
      loadmodule "tm.so"
      loadmodule "rr.so"
      route {
        send_reply(404, "Not Here");
      }
      """;

  private static final List<String> HELD = List.of("N01", "N02", "N03", "N05", "N06");

  private static Tool tool(String name) {
    return ConfigToolset.make(ConfigDesk.none()).tools().stream()
        .filter(tool -> tool.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Outcome run(NodePorts node, String name, String text, List<String> rules) {
    JsonObject json = new JsonObject();
    json.addProperty("config_content", text);
    json.addProperty("live", true);
    if (!rules.isEmpty()) {
      JsonArray include = new JsonArray();
      rules.forEach(include::add);
      json.add("include", include);
    }
    return ((Work.Read) tool(name).work()).run(new Arguments(json), node);
  }

  private static List<String> found(JsonObject result) {
    List<String> found = new ArrayList<>();
    for (JsonElement one : result.getAsJsonArray("findings")) {
      found.add(one.getAsJsonObject().get("rule").getAsString());
    }
    return found;
  }

  @ParameterizedTest
  @EnumSource(
      value = Version.class,
      names = {"V3_6", "V4_0"})
  void aTextIsHeldAgainstTheNodeThatRunsIt(Version version) {
    try (LabNode lab = LabNode.start(version);
        NodePorts node = NodePorts.onto(lab.miUrl())) {
      Tool lint = tool("cfg_lint");
      JsonObject same = Outcomes.object(lint, run(node, "cfg_lint", ITS, HELD));
      assertThat(same.get("version").getAsString()).isEqualTo(version.label());
      assertThat(found(same)).isEmpty();
      assertThat(same.getAsJsonArray("not_looked_at")).isEmpty();
      assertThat(same.getAsJsonArray("seen").toString())
          .contains("node: lab: OpenSIPS (" + version.label())
          .contains("host not looked at:")
          .contains("database not looked at:");

      String moved = ITS.replace("udp:192.0.2.1:5060", "udp:192.0.2.1:5070");
      JsonObject other = Outcomes.object(lint, run(node, "cfg_lint", moved, HELD));
      assertThat(found(other)).containsExactly("N01", "N02");
    }
  }

  @Test
  void theSecurityAuditIsAboutTheNodeToo() {
    try (LabNode lab = LabNode.start(Version.V3_6);
        NodePorts node = NodePorts.onto(lab.miUrl())) {
      String moved = ITS.replace("udp:192.0.2.1:5060", "udp:192.0.2.1:5070");
      JsonObject audit =
          Outcomes.object(
              tool("security_audit_config"), run(node, "security_audit_config", moved, List.of()));
      assertThat(found(audit)).contains("N01", "N02", "N04").doesNotContain("N03", "N05");
    }
  }

  @Test
  void aNodeThatDoesNotAnswerIsAWarningAndTheTextIsAuditedAllTheSame() {
    try (NodePorts node = NodePorts.nowhere()) {
      Outcome outcome =
          run(node, "cfg_lint", ITS.replace("send_reply", "sent_reply"), List.of("R01", "N01"));
      JsonObject result = Outcomes.object(tool("cfg_lint"), outcome);
      assertThat(found(result)).containsExactly("R01");
      assertThat(((Outcome.Value) outcome).warnings())
          .singleElement()
          .asString()
          .startsWith("The node was not asked: ");
      assertThat(result.getAsJsonArray("not_looked_at").toString()).contains("N01");
    }
  }
}
