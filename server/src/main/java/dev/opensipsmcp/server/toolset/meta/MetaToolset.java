package dev.opensipsmcp.server.toolset.meta;

import dev.opensipsmcp.server.tool.Nodes;
import dev.opensipsmcp.server.toolset.ToolDirectory;
import dev.opensipsmcp.server.toolset.Toolset;
import java.util.List;

/** Makes the toolset {@code meta}. */
public final class MetaToolset {

  private MetaToolset() {}

  /**
   * {@return the tools about tools}
   *
   * @param directory all tools
   * @param instances the names of the nodes, the first being meant by default
   */
  public static Toolset make(ToolDirectory directory, List<String> instances) {
    return new Toolset(
        "meta",
        "Tools about tools: search, describe, call by name, and who is asking.",
        List.of(
            ToolCall.tool(),
            ToolDescribe.tool(directory, Nodes.of(instances.size())),
            ToolSearch.tool(directory),
            Whoami.tool(directory, instances)));
  }
}
