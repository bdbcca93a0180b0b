package dev.opensipsmcp.server.toolset.drouting;

import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.Toolset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Gateways, carriers and rules by prefix and by quality: modules drouting and qrouting. */
public final class DroutingToolset {
  private DroutingToolset() {}

  /** {@return the toolset} */
  public static Toolset make() {
    List<Tool> tools = new ArrayList<>(StatusTools.all());
    tools.addAll(RuleTools.all());
    tools.addAll(QualityTools.all());
    tools.sort(Comparator.comparing(Tool::name));
    return new Toolset(
        "drouting", "Gateways, carriers and number routing: state, test, reload, quality", tools);
  }
}
