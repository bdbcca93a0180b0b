package dev.opensipsmcp.server.toolset.config;

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

/** Makes the tools that only read. */
final class Made {
  private static final Demand READ = new Demand(Scope.CONFIG_READ, Risk.READ);

  private Made() {}

  static Description says(String what, String useWhen, String notFor, String returns) {
    return new Description(what, useWhen, Optional.of(notFor), Optional.empty(), returns);
  }

  static Tool reading(
      String name,
      String title,
      Description description,
      Schema input,
      Schema output,
      List<String> examples,
      List<String> aliases,
      Work.Read work) {
    return reading(Needs.NOTHING, name, title, description, input, output, examples, aliases, work);
  }

  static Tool reading(
      Needs needs,
      String name,
      String title,
      Description description,
      Schema input,
      Schema output,
      List<String> examples,
      List<String> aliases,
      Work.Read work) {
    return new Tool(
        name,
        ConfigToolset.NAME,
        title,
        description,
        READ,
        true,
        input,
        output,
        needs,
        examples,
        aliases,
        work);
  }
}
