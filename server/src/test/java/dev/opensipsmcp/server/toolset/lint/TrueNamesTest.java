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
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every MI command that a tool sends exists, in every version that can be operated but for those
 * that came later.
 */
class TrueNamesTest {

  /** Commands that an operable version lacks; the tools say since when they are there. */
  private static final Map<String, Version> SINCE = Map.of("reg_force_register", Version.V3_5);

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
        if (command.contains(":") && !version.groupsMiCommands()) {
          continue; // A name of this form is one of a command that came with 4.0.
        }
        MiLookup found = Facts.of(version).mi().lookup(command);
        if (version.compareTo(SINCE.getOrDefault(command, version)) < 0) {
          assertThat(found).as("%s in %s", command, version).isInstanceOf(MiLookup.Unknown.class);
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
          if (command.contains(":") && !version.groupsMiCommands()) {
            continue;
          }
          assertThat(table.demand(version, command, Set.of()).risk())
              .as("%s of %s", command, tool.name())
              .isEqualTo(Risk.READ);
        }
      }
    }
  }
}
