package dev.opensipsmcp.server.toolset.render;

import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.Toolset;
import java.util.List;
import java.util.Set;

/** Writes the list of all tools as Markdown, each with a link to its page. */
public final class ReferenceIndex {
  private ReferenceIndex() {}

  /**
   * {@return the page}
   *
   * @param toolsets all toolsets, in the order to show
   * @param listed the names of those that are listed by default
   */
  public static String of(List<Toolset> toolsets, Set<String> listed) {
    StringBuilder page = new StringBuilder(32_000);
    page.append(
        """
        # Tools

        Generated from the tools themselves; a test holds this page against them.

        Every result has `data` (or `plan`, for a dry run), `truncated`, `next_cursor`, `warnings` and `source`; asked
        of several nodes, it has these per node under `nodes`. A change that can be taken back has a `change_id`. Every
        failure has a stable code, its cause and the next step.
        """);
    for (Toolset toolset : toolsets) {
      page.append("\n## ").append(toolset.name()).append("\n\n").append(toolset.description());
      page.append(listed.contains(toolset.name()) ? "" : " Not listed by default.");
      page.append("\n\n| tool | what it does | risk |\n|---|---|---|\n");
      toolset.tools().forEach(tool -> row(page, tool));
    }
    return page.toString();
  }

  private static void row(StringBuilder page, Tool tool) {
    page.append("| [`")
        .append(tool.name())
        .append("`](tools/")
        .append(tool.name())
        .append(".md) | ")
        .append(tool.description().what().replace("|", "\\|"))
        .append(" | ")
        .append(tool.demand().risk().label())
        .append(" |\n");
  }
}
