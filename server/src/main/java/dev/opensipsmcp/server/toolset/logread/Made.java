package dev.opensipsmcp.server.toolset.logread;

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
import java.util.stream.Stream;

/** Makes the tools, which all only read. */
final class Made {
  private static final Demand READ = new Demand(Scope.RESOURCE_READ, Risk.READ);

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
      Work.Read work) {
    return new Tool(
        name,
        LogReadToolset.NAME,
        title,
        description,
        READ,
        true,
        input,
        output,
        Needs.NOTHING,
        examples,
        List.of(),
        work);
  }

  /** {@return the members of a line's row} */
  static Schema.Property[] line(Schema.Property... more) {
    List<Schema.Property> own =
        List.of(
            Schema.required("line", Schema.integer("Its number")),
            Schema.optional("time", Schema.text("When; UTC where that can be told")),
            Schema.optional("pid", Schema.integer("Process that wrote it")),
            Schema.optional("level", Schema.text("OpenSIPS's level")),
            Schema.optional("module", Schema.text("Module that wrote it")),
            Schema.optional("function", Schema.text("Function that wrote it")),
            Schema.required("text", Schema.text("What it says (untrusted)")));
    return Stream.concat(own.stream(), Stream.of(more)).toArray(Schema.Property[]::new);
  }
}
