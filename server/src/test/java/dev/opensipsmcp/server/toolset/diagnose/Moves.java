package dev.opensipsmcp.server.toolset.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.testing.AllTools;
import dev.opensipsmcp.server.validation.ArgumentCheck;
import java.util.Map;
import java.util.stream.Collectors;

/** Holds every call that a diagnosis advises against the tool that it names. */
final class Moves {
  private static final Map<String, Tool> TOOLS =
      AllTools.tools().stream().collect(Collectors.toMap(Tool::name, tool -> tool));
  private static final ArgumentCheck CHECK = new ArgumentCheck();

  private Moves() {}

  static void check(JsonObject move) {
    String name = move.get("tool").getAsString();
    assertThat(TOOLS).containsKey(name);
    assertThat(CHECK.faults(TOOLS.get(name), move.getAsJsonObject("arguments")))
        .as("%s", move)
        .isEmpty();
    assertThat(move.get("why").getAsString()).isNotBlank();
  }
}
