package dev.opensipsmcp.server.toolset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.opensipsmcp.server.toolset.testing.AllTools;
import org.junit.jupiter.api.Test;

class ToolsetsTest {

  @Test
  void theNamesAreThoseOfTheToolsets() {
    assertThat(AllTools.toolsets()).extracting(Toolset::name).isEqualTo(Toolsets.NAMES);
  }

  @Test
  void nothingConfiguredMeansTheDefault() {
    assertThat(Toolsets.parse("")).containsExactlyElementsOf(Toolsets.DEFAULT);
    assertThat(Toolsets.parse("default")).containsExactlyElementsOf(Toolsets.DEFAULT);
  }

  @Test
  void aListIsOrderedAndAlwaysHasTheToolsAboutTools() {
    assertThat(Toolsets.parse("b2b, core")).containsExactly("meta", "core", "b2b");
    assertThat(Toolsets.parse("default,b2b"))
        .containsExactlyElementsOf(
            Toolsets.NAMES.stream()
                .filter(name -> Toolsets.DEFAULT.contains(name) || name.equals("b2b"))
                .toList());
    assertThat(Toolsets.parse("all")).containsExactlyElementsOf(Toolsets.NAMES);
  }

  @Test
  void anUnknownNameIsRefusedWithTheKnownOnes() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Toolsets.parse("core,dialogs"))
        .withMessageContaining("dialogs")
        .withMessageContaining("core, mi, ");
  }
}
