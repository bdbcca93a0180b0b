package dev.opensipsmcp.server.gate;

import dev.opensipsmcp.server.tool.Nearest;
import dev.opensipsmcp.server.tool.Rights;
import dev.opensipsmcp.server.tool.Tool;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Every tool that can be called, by its name and aliases. Names are exact: case matters. Tools that
 * are not listed are made when a call needs one that the listed ones do not have.
 */
public final class Catalogue {
  private final Map<String, Tool> byName = new HashMap<>();
  private final List<Tool> tools = new ArrayList<>();
  private Supplier<List<Tool>> others;

  /**
   * Makes the catalogue.
   *
   * @param tools all of them
   * @throws IllegalArgumentException when two share a name or an alias
   */
  public Catalogue(List<Tool> tools) {
    this(tools, new NoMore());
  }

  /**
   * Makes the catalogue.
   *
   * @param first tools that most calls want
   * @param others gives the rest; asked once, when first needed
   * @throws IllegalArgumentException when two share a name or an alias
   */
  public Catalogue(List<Tool> first, Supplier<List<Tool>> others) {
    this.others = others;
    add(first);
  }

  private void add(List<Tool> more) {
    for (Tool tool : more) {
      tools.add(tool);
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

  private void complete() {
    List<Tool> rest = others.get();
    others = new NoMore();
    add(rest);
  }

  /** {@return the tool of that name or alias} */
  public synchronized Optional<Tool> find(String name) {
    if (!byName.containsKey(name)) {
      complete();
    }
    return Optional.ofNullable(byName.get(name));
  }

  /** {@return the tools that a caller of these rights may call, in the order given} */
  public synchronized List<Tool> visible(Rights rights) {
    complete();
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

  /** A class, since a method reference costs every start milliseconds. */
  private static final class NoMore implements Supplier<List<Tool>> {
    @Override
    public List<Tool> get() {
      return List.of();
    }
  }
}
