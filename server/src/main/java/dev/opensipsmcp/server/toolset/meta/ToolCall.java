package dev.opensipsmcp.server.toolset.meta;

import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Demand;
import dev.opensipsmcp.server.tool.Description;
import dev.opensipsmcp.server.tool.Needs;
import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Scope;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.Work;
import java.util.List;
import java.util.Optional;

/** The tool {@code tool_call}: the gate takes the inner call in its place. */
final class ToolCall implements Work.Proxy {

  private ToolCall() {}

  static Tool tool() {
    return new Tool(
        "tool_call",
        "meta",
        "Call a tool by name",
        new Description(
            "Call any tool of this server by name, listed or not.",
            "Use when tool_search found a tool that is not listed.",
            Optional.of("Not for listed tools, nor for MI commands; use `mi_execute`."),
            Optional.of(
                "Effects: the inner tool's own, with its checks, approval, audit and undo."),
            "Returns the inner tool's result."),
        new Demand(Scope.DOCS_READ, Risk.DESTRUCTIVE),
        false,
        Schema.arguments(
            Schema.required(
                "name", Schema.text("Tool to call").longest(64).examples("b2b_list_sessions")),
            Schema.optional(
                "arguments",
                Schema.map(
                    "Its arguments, as tool_describe shows them; instance and dry_run too"))),
        Schema.any("The inner tool's data"),
        Needs.NOTHING,
        List.of(
            "Call the unlisted tool b2b_list_sessions",
            "Run a tool by its name with these arguments",
            "Invoke the tool that the search found"),
        List.of("call_tool"),
        new ToolCall());
  }

  @Override
  public Work.Unwrapped unwrap(Arguments arguments) {
    return new Work.Inner(arguments.text("name"), new Arguments(arguments.object("arguments")));
  }
}
