package dev.opensipsmcp.server.toolset;

import dev.opensipsmcp.server.tool.Rights;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.search.ToolIndex;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All tools, and which of them are listed. Built for the tools about tools; searches when asked.
 */
public final class ToolDirectory {
  private final Toolsets toolsets;

  /**
   * Makes a directory.
   *
   * @param toolsets all toolsets; looked into only when a tool runs, since the tools about tools
   *     are among them
   */
  public ToolDirectory(Toolsets toolsets) {
    this.toolsets = toolsets;
  }

  /** {@return the tools that this caller may know of, sorted by name} */
  public List<Tool> tools(Rights rights) {
    List<Tool> tools = new ArrayList<>();
    for (Toolset toolset : toolsets.all()) {
      for (Tool tool : toolset.tools()) {
        if (rights.mayCall(tool)) {
          tools.add(tool);
        }
      }
    }
    tools.sort(Comparator.comparing(Tool::name));
    return tools;
  }

  /** {@return the tool of that name or alias, if this caller may know of it} */
  public Optional<Tool> named(String name, Rights rights) {
    for (Tool tool : tools(rights)) {
      if (tool.name().equals(name) || tool.aliases().contains(name)) {
        return Optional.of(tool);
      }
    }
    return Optional.empty();
  }

  /** {@return the tools that fit the words, best first, of those that this caller may know of} */
  public List<ToolIndex.Hit> search(String query, Rights rights) {
    return new ToolIndex(tools(rights), topics()).search(query);
  }

  private List<Topic> topics() {
    return toolsets.all().stream().flatMap(toolset -> toolset.topics().stream()).toList();
  }

  /** {@return whether the tool is in the list that clients get} */
  public boolean lists(Tool tool) {
    return toolsets.listed().contains(tool.toolset());
  }

  /** {@return the names of the toolsets that are listed} */
  public Set<String> listed() {
    return toolsets.listed();
  }

  /** {@return all toolsets} */
  public List<Toolset> toolsets() {
    return toolsets.all();
  }
}
