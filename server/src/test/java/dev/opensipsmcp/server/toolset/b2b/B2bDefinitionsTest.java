package dev.opensipsmcp.server.toolset.b2b;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.MiLookup;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.toolset.render.Definition;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class B2bDefinitionsTest {

  static List<Tool> tools() {
    return B2bToolset.make().tools();
  }

  @ParameterizedTest
  @MethodSource("tools")
  void aDefinitionCostsAtMost400Tokens(Tool tool) {
    assertThat(Definition.tokens(tool)).as(tool.name()).isLessThanOrEqualTo(400);
  }

  @ParameterizedTest
  @MethodSource("tools")
  void whatChangesCallsIsDisruptiveAndSaysItsEffectsAndTheRestOnlyReads(Tool tool) {
    boolean changes = tool.work() instanceof Work.Change;
    assertThat(tool.demand().risk()).isEqualTo(changes ? Risk.DISRUPTIVE : Risk.READ);
    assertThat(tool.description().effects().isPresent()).isEqualTo(changes);
  }

  @ParameterizedTest
  @MethodSource("tools")
  void everyCommandExistsOnEveryVersion(Tool tool) {
    for (Version version : List.of(Version.V3_4, Version.V3_5, Version.V3_6, Version.V4_0)) {
      for (String command : tool.needs().miCommands()) {
        assertThat(Facts.of(version).mi().lookup(command))
            .as("%s on %s", command, version.label())
            .isInstanceOf(MiLookup.Found.class);
      }
    }
  }
}
