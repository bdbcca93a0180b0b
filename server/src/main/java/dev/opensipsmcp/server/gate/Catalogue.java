package dev.opensipsmcp.server.gate;

import dev.opensipsmcp.server.tool.Nearest;
import dev.opensipsmcp.server.tool.Rights;
import dev.opensipsmcp.server.tool.Tool;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every tool that can be called, by its name and aliases. Names are exact: case matters. */
public final class Catalogue {
  private final Map<String, Tool> byName;
  private final List<Tool> tools;

  /**
   * Makes the catalogue.
   *
   * @param tools all of them
   * @throws IllegalArgumentException when two share a name or an alias
   */
  public Catalogue(List<Tool> tools) {
    this.tools = List.copyOf(tools);
    this.byName = HashMap.newHashMap(tools.size() * 2);
    for (Tool tool : tools) {
      add(tool.name(), tool);
      for (String alias : tool.aliases()) {
        add(alias, tool);
      }
    }
  }

  private void add(String name, Tool tool) {
    Tool other = byName.put(name, tool);
    if (other != null) {
      throw new IllegalArgumentException("Two tools are called " + name);
    }
  }

  /** {@return the tool of that name or alias} */
  public Optional<Tool> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** {@return the tools that a caller of these rights may call, in the order given} */
  public List<Tool> visible(Rights rights) {
    List<Tool> visible = new ArrayList<>();
    for (Tool tool : tools) {
      if (rights.mayCall(tool)) {
        visible.add(tool);
      }
    }
    return visible;
  }

  /** {@return names that the caller may call and that look like the one given} */
  List<String> nearest(String name, Rights rights) {
    List<String> names = new ArrayList<>();
    for (Tool tool : visible(rights)) {
      names.add(tool.name());
    }
    return Nearest.to(name, names);
  }
}
