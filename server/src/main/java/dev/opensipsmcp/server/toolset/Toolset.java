package dev.opensipsmcp.server.toolset;

import dev.opensipsmcp.server.tool.Tool;
import java.util.List;

/**
 * A group of tools that is listed, or not, as one.
 *
 * @param name how a configuration names it
 * @param description what its tools are for, one line
 * @param tools its tools, sorted by name
 */
public record Toolset(String name, String description, List<Tool> tools) {
  public Toolset {
    tools = List.copyOf(tools);
  }
}
