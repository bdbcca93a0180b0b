package dev.opensipsmcp.server.toolset.meta;

import com.google.gson.JsonObject;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Demand;
import dev.opensipsmcp.server.tool.Description;
import dev.opensipsmcp.server.tool.Nearest;
import dev.opensipsmcp.server.tool.Needs;
import dev.opensipsmcp.server.tool.Nodes;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Rights;
import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Scope;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.toolset.ToolDirectory;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.common.ToolError;
import dev.opensipsmcp.server.toolset.render.Definition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The tool {@code tool_describe}. */
final class ToolDescribe implements Work.Read {
  private final ToolDirectory directory;
  private final Nodes nodes;

  private ToolDescribe(ToolDirectory directory, Nodes nodes) {
    this.directory = directory;
    this.nodes = nodes;
  }

  static Tool tool(ToolDirectory directory, Nodes nodes) {
    return new Tool(
        "tool_describe",
        "meta",
        "Describe a tool",
        new Description(
            "Describe one tool in full: arguments, result columns, risk, examples.",
            "Use when a tool that is not listed is to be called, or a result needs explaining.",
            Optional.of("Not for finding a tool; use `tool_search`."),
            Optional.empty(),
            "Returns one object."),
        new Demand(Scope.DOCS_READ, Risk.READ),
        true,
        Schema.arguments(
            Schema.required(
                "name", Schema.text("Tool's name").longest(64).examples("b2b_terminate"))),
        Schema.object(
            "The tool",
            Schema.required("name", Schema.text("The tool's name")),
            Schema.required("title", Schema.text("Its title")),
            Schema.required("description", Schema.text("What it does, when, with what effect")),
            Schema.required("inputSchema", Schema.map("JSON Schema of its arguments")),
            Schema.required("outputSchema", Schema.map("JSON Schema of its result")),
            Schema.required("annotations", Schema.map("The hints of the protocol")),
            Schema.required("toolset", Schema.text("Its toolset")),
            Schema.required("scope", Schema.text("Right that it needs")),
            Schema.required("risk", Schema.text("Most harm that a call can do")),
            Schema.required("aliases", Schema.list("Other names", Schema.text("A name"))),
            Schema.required("examples", Schema.list("Prompts", Schema.text("A prompt")))),
        Needs.NOTHING,
        List.of(
            "What arguments does b2b_trigger_scenario take?",
            "Describe the tool dlg_end",
            "Explain the columns that dlg_list returns"),
        List.of("describe_tool"),
        new ToolDescribe(directory, nodes));
  }

  @Override
  public Outcome run(Arguments arguments, ReadPorts ports) {
    String name = arguments.text("name");
    Optional<Tool> tool = directory.named(name, ports.rights());
    return tool.isEmpty() ? notFound(name, ports.rights()) : new Outcome.Value(row(tool.get()));
  }

  private Outcome notFound(String name, Rights rights) {
    List<String> names = new ArrayList<>();
    for (Tool tool : directory.tools(rights)) {
      names.add(tool.name());
    }
    return ToolError.TOOL_NOT_FOUND.failure(
        "There is no tool " + name + " for you.",
        Nearest.orElse(Nearest.to(name, names), "Search with tool_search."));
  }

  private JsonObject row(Tool tool) {
    JsonObject row = Definition.full(tool, nodes);
    row.addProperty("toolset", tool.toolset());
    row.addProperty("scope", tool.demand().scope().label());
    row.addProperty("risk", tool.demand().risk().label());
    row.add("aliases", Json.texts(tool.aliases()));
    row.add("examples", Json.texts(tool.examples()));
    return row;
  }
}
