package dev.opensipsmcp.server.toolset.meta;

import com.google.gson.JsonObject;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Demand;
import dev.opensipsmcp.server.tool.Description;
import dev.opensipsmcp.server.tool.Needs;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Scope;
import dev.opensipsmcp.server.tool.SharedParameters;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.toolset.ToolDirectory;
import dev.opensipsmcp.server.toolset.common.Paging;
import dev.opensipsmcp.server.toolset.search.ToolIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The tool {@code tool_search}. */
final class ToolSearch implements Work.Read {
  private static final int PAGE = 8;

  private final ToolDirectory directory;

  private ToolSearch(ToolDirectory directory) {
    this.directory = directory;
  }

  static Tool tool(ToolDirectory directory) {
    return new Tool(
        "tool_search",
        "meta",
        "Find a tool",
        new Description(
            "Search all tools of this server by what is to be done, unlisted ones included.",
            "Use when no listed tool fits; run a hit with tool_call.",
            Optional.of("Not for one tool's arguments; use `tool_describe`."),
            Optional.empty(),
            "Returns a page of rows, best first."),
        new Demand(Scope.DOCS_READ, Risk.READ),
        true,
        Schema.arguments(
            Schema.required(
                "query",
                Schema.text("What is to be done, in plain words")
                    .longest(300)
                    .examples("end a stuck call")),
            SharedParameters.limit(PAGE, 50),
            SharedParameters.CURSOR),
        Schema.list(
            "Tools",
            Schema.object(
                "One tool",
                Schema.required("name", Schema.text("The tool's name")),
                Schema.required("title", Schema.text("Its title")),
                Schema.required("summary", Schema.text("What it does, in one sentence")),
                Schema.required("toolset", Schema.text("Its toolset")),
                Schema.required("scope", Schema.text("Right that it needs")),
                Schema.required("risk", Schema.text("Most harm that a call can do")),
                Schema.required("listed", Schema.flag("Whether the tool list has it")))),
        Needs.NOTHING,
        List.of(
            "Find a tool that ends calls",
            "What can this server do with B2B sessions?",
            "Search for a tool about memory"),
        List.of("search_tools"),
        new ToolSearch(directory));
  }

  @Override
  public Outcome run(Arguments arguments, ReadPorts ports) {
    List<JsonObject> rows = new ArrayList<>();
    for (ToolIndex.Hit hit : directory.search(arguments.text("query"), ports.rights())) {
      rows.add(row(hit.tool()));
    }
    List<String> warnings =
        rows.isEmpty()
            ? List.of("No tool shares a word with the query; try other words, or mi_list_commands.")
            : List.of();
    return Paging.page(rows, arguments, PAGE, warnings);
  }

  private JsonObject row(Tool tool) {
    JsonObject row = new JsonObject();
    row.addProperty("name", tool.name());
    row.addProperty("title", tool.title());
    row.addProperty("summary", tool.description().what());
    row.addProperty("toolset", tool.toolset());
    row.addProperty("scope", tool.demand().scope().label());
    row.addProperty("risk", tool.demand().risk().label());
    row.addProperty("listed", directory.lists(tool));
    return row;
  }
}
