package dev.opensipsmcp.server.toolset.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.MiCommand;
import dev.opensipsmcp.facts.MiLookup;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.mi.MiTable;
import dev.opensipsmcp.server.toolset.testing.AllTools;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every MI command that a tool sends exists in every version that can be operated, from the one on
 * that brought it.
 */
class TrueNamesTest {

  static Stream<Version> operable() {
    return Arrays.stream(Version.values()).filter(Version::operable);
  }

  @ParameterizedTest
  @MethodSource("operable")
  void everyMiCommandExistsInAModuleThatTheToolNames(Version version) {
    for (Tool tool : AllTools.tools()) {
      List<String> modules = new ArrayList<>(List.of("core", "statistics"));
      modules.addAll(tool.needs().modules());
      for (String command : tool.needs().miCommands()) {
        MiLookup found = Facts.of(version).mi().lookup(command);
        if (isNewerThan(version, command)) {
          continue;
        }
        assertThat(found).as("%s in %s", command, version).isInstanceOf(MiLookup.Found.class);
        MiCommand known = ((MiLookup.Found) found).command();
        assertThat(modules).as("%s of %s", command, tool.name()).contains(known.module());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("operable")
  void aReadingToolNeedsReadingCommandsOnly(Version version) {
    MiTable table = new MiTable();
    for (Tool tool : AllTools.tools()) {
      if (tool.demand().risk() == Risk.READ) {
        for (String command : tool.needs().miCommands()) {
          if (!isNewerThan(version, command)) {
            assertThat(table.demand(version, command, Set.of()).risk())
                .as("%s of %s", command, tool.name())
                .isEqualTo(Risk.READ);
          }
        }
      }
    }
  }

  /** Not known in this version nor in an older one, but in a newer one. */
  private static boolean isNewerThan(Version version, String command) {
    return operable()
            .filter(other -> other.compareTo(version) <= 0)
            .noneMatch(v -> knows(v, command))
        && operable()
            .filter(other -> other.compareTo(version) > 0)
            .anyMatch(v -> knows(v, command));
  }

  private static boolean knows(Version version, String command) {
    return Facts.of(version).mi().lookup(command) instanceof MiLookup.Found;
  }
}
