package dev.opensipsmcp.server.toolset;

import dev.opensipsmcp.server.tool.Tool;
import java.util.List;

/**
 * A group of tools that is listed, or not, as one.
 *
 * @param name how a configuration names it
 * @param description what its tools are for, one line
 * @param tools its tools, sorted by name
 * @param topics what a search finds some of its tools by, beside their own texts
 */
public record Toolset(String name, String description, List<Tool> tools, List<Topic> topics) {
  public Toolset {
    tools = List.copyOf(tools);
    topics = List.copyOf(topics);
  }

  /** A group whose tools are found by their own texts alone. */
  public Toolset(String name, String description, List<Tool> tools) {
    this(name, description, tools, List.of());
  }
}
