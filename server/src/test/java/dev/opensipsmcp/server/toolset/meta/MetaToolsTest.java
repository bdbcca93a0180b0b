package dev.opensipsmcp.server.toolset.meta;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.opensipsmcp.server.policy.Role;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.toolset.testing.AllTools;
import dev.opensipsmcp.server.toolset.testing.NodePorts;
import dev.opensipsmcp.server.toolset.testing.Outcomes;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class MetaToolsTest {
  private static final URI NOWHERE = URI.create("http://127.0.0.1:1/mi");

  @Test
  void aSearchTellsWhatATaskNeedsAndWhetherItIsListed() {
    assertThat(search(Role.ADMIN, "end a stuck call").getFirst().get("name").getAsString())
        .isEqualTo("dlg_end");
    JsonObject hit = search(Role.ADMIN, "terminate b2b session").getFirst();
    assertThat(hit.get("name").getAsString()).isEqualTo("b2b_terminate");
    assertThat(hit.get("listed").getAsBoolean()).isFalse();
    assertThat(hit.get("risk").getAsString()).isEqualTo("disruptive");
  }

  @Test
  void aViewerFindsNothingThatChangesAndNothingOfTheAuditTrail() {
    for (String query : List.of("end a stuck call", "set variable", "audit trail", "b2b")) {
      assertThat(search(Role.VIEWER, query))
          .extracting(row -> row.get("scope").getAsString())
          .doesNotContain("mi.write", "audit.read");
    }
  }

  @Test
  void aToolIsDescribedInFullByNameAndByAlias() {
    Tool describe = AllTools.named("tool_describe");
    try (NodePorts ports = NodePorts.nowhere()) {
      JsonObject byName = Outcomes.object(describe, ports.run(describe, "{\"name\":\"dlg_end\"}"));
      JsonObject byAlias =
          Outcomes.object(describe, ports.run(describe, "{\"name\":\"dlg_terminate\"}"));
      assertThat(byAlias).isEqualTo(byName);
      assertThat(byName.getAsJsonObject("inputSchema").toString()).contains("dry_run", "to_tag");
    }
  }

  @Test
  void aToolThatACallerMayNotUseIsNotDescribed() {
    Tool describe = AllTools.named("tool_describe");
    try (NodePorts ports = NodePorts.as(Role.VIEWER, NOWHERE)) {
      assertThat(Outcomes.failure(ports.run(describe, "{\"name\":\"dlg_end\"}")).code())
          .isEqualTo("TOOL_NOT_FOUND");
      assertThat(Outcomes.failure(ports.run(describe, "{\"name\":\"dlg_lst\"}")).nextStep())
          .contains("dlg_list");
    }
  }

  @Test
  void whoamiTellsRoleScopesAndToolsets() {
    Tool whoami = AllTools.named("whoami");
    try (NodePorts ports = NodePorts.as(Role.VIEWER, NOWHERE)) {
      JsonObject told = Outcomes.object(whoami, ports.run(whoami, "{}"));
      assertThat(told.get("role").getAsString()).isEqualTo("viewer");
      assertThat(told.get("scopes").toString()).contains("mi.read").doesNotContain("mi.write");
      assertThat(told.get("instances").toString()).contains("lab");
    }
  }

  @Test
  void aCallByNameIsTheInnerCall() {
    Work.Proxy proxy = (Work.Proxy) AllTools.named("tool_call").work();
    String json = "{\"name\":\"dlg_list\",\"arguments\":{\"limit\":3}}";
    Work.Inner inner =
        (Work.Inner) proxy.unwrap(new Arguments(JsonParser.parseString(json).getAsJsonObject()));
    assertThat(inner.tool()).isEqualTo("dlg_list");
    assertThat(inner.arguments().integer("limit", 0)).isEqualTo(3);
  }

  private static List<JsonObject> search(Role role, String query) {
    Tool search = AllTools.named("tool_search");
    try (NodePorts ports = NodePorts.as(role, NOWHERE)) {
      return Outcomes.rows(search, ports.run(search, "{\"query\":\"" + query + "\"}"));
    }
  }
}
