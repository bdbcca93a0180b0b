package dev.opensipsmcp.server.tool;

import java.util.ArrayList;
import java.util.List;

/** The parameters that mean the same in every tool, each defined once. */
public final class SharedParameters {

  private SharedParameters() {}

  /** The node, for a tool that reaches one. */
  public static final Schema.Property INSTANCE =
      Schema.optional("instance", Schema.text("Node; the first when absent"));

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
   * {@return a tool's whole input: its own parameters and those that its kind shares}
   *
   * @param tool the tool
   */
  public static Schema of(Tool tool) {
    List<Schema.Property> shared = new ArrayList<>(2);
    if (!tool.needs().miCommands().isEmpty()) {
      shared.add(INSTANCE);
    }
    if (tool.work() instanceof Work.Change || tool.work() instanceof Work.PerCall) {
      shared.add(DRY_RUN);
    }
    return tool.input().and(shared);
  }
}
