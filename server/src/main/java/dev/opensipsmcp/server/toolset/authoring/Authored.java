package dev.opensipsmcp.server.toolset.authoring;

import dev.opensipsmcp.server.tool.Demand;
import dev.opensipsmcp.server.tool.Description;
import dev.opensipsmcp.server.tool.Needs;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Scope;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.toolset.common.ToolError;
import java.util.List;
import java.util.Optional;

/** Makes the tools that return text. */
final class Authored {
  static final Schema.Property SOURCE =
      Schema.required("module_source", Schema.text("The module's C source").longest(1_000_000));

  private Authored() {}

  static Tool reading(
      String name,
      String title,
      Description description,
      Schema input,
      Schema output,
      List<String> examples,
      Work.Read work) {
    return new Tool(
        name,
        AuthoringToolset.NAME,
        title,
        description,
        new Demand(Scope.CONFIG_READ, Risk.READ),
        true,
        input,
        output,
        Needs.NOTHING,
        examples,
        List.of(),
        work);
  }

  static Description says(String what, String useWhen, String notFor, String returns) {
    return new Description(what, useWhen, Optional.of(notFor), Optional.empty(), returns);
  }

  static Outcome.Failure wrong(String cause) {
    return ToolError.ARGUMENTS_WRONG.failure(
        cause, "Take names of lower-case letters, digits and underscores, at most 40 characters.");
  }
}
