package dev.opensipsmcp.server.tool;

import java.util.ArrayList;
import java.util.List;

/** The parameters that mean the same in every tool, each defined once. */
public final class SharedParameters {

  private SharedParameters() {}

  /**
   * The node, or nodes: a tool that only reads takes names separated by commas (or a JSON list of
   * them), {@code tag:T}, {@code cluster:N} and {@code all}.
   */
  public static final Schema.Property INSTANCE =
      Schema.optional("instance", Schema.text("Node; reads take a,b, tag:T, all"));

  /** Showing a change without making it. */
  public static final Schema.Property DRY_RUN =
      Schema.optional("dry_run", Schema.flag("Only show what would change").byDefault(false));

  /** Where a list continues. */
  public static final Schema.Property CURSOR =
      Schema.optional("cursor", Schema.text("next_cursor of the last page"));

  /** Which columns a list has. */
  public static final Schema.Property FIELDS =
      Schema.optional("fields", Schema.texts("Columns; all when absent"));

  /**
   * {@return how many rows a page has}
   *
   * @param otherwise rows when the caller does not say
   * @param most rows at most
   */
  public static Schema.Property limit(int otherwise, int most) {
    return Schema.optional(
        "limit", Schema.integer("Rows per page").between(1, most).byDefault(otherwise));
  }

  /**
   * {@return a tool's whole input: its own parameters and those that its kind shares, whether or
   * not they are shown}
   *
   * @param tool the tool
   */
  public static Schema of(Tool tool) {
    return of(tool, Nodes.SEVERAL);
  }

  /**
   * {@return a tool's input as it is shown: with one node there is none to choose}
   *
   * @param tool the tool
   * @param nodes how many nodes there are
   */
  public static Schema of(Tool tool, Nodes nodes) {
    List<Schema.Property> shared = new ArrayList<>(2);
    if (nodes == Nodes.SEVERAL && reachesNodes(tool)) {
      shared.add(INSTANCE);
    }
    if (tool.work() instanceof Work.Change || tool.work() instanceof Work.PerCall) {
      shared.add(DRY_RUN);
    }
    return tool.input().and(shared);
  }

  /** {@return whether the tool asks a node or its database, which then can be chosen} */
  public static boolean reachesNodes(Tool tool) {
    return !tool.needs().miCommands().isEmpty() || !tool.needs().tables().isEmpty();
  }
}
