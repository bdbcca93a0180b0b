package dev.opensipsmcp.server.toolset.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.Toolsets;
import dev.opensipsmcp.server.toolset.render.Definition;
import dev.opensipsmcp.server.toolset.testing.AllTools;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** What the list of tools costs a model to read; a token is taken as four characters. */
class SizeLintTest {

  @Test
  void oneDefinitionTakesAtMostFourHundredTokens() {
    SoftAssertions all = new SoftAssertions();
    for (Tool tool : AllTools.tools()) {
      all.assertThat(Definition.tokens(tool)).as(tool.name()).isLessThanOrEqualTo(400);
    }
    all.assertAll();
  }

  @Test
  void theDefaultListIsShort() {
    List<Tool> listed =
        AllTools.tools().stream()
            .filter(tool -> Toolsets.parse("default").contains(tool.toolset()))
            .toList();
    assertThat(listed).hasSizeLessThanOrEqualTo(25);
    assertThat(listed.stream().mapToInt(Definition::tokens).sum()).isLessThanOrEqualTo(8_000);
  }
}
