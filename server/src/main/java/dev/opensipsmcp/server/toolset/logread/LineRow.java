package dev.opensipsmcp.server.toolset.logread;

import dev.opensipsmcp.server.tool.Schema;
import java.util.List;
import java.util.stream.Stream;

/** A line of a log as a row of results. */
final class LineRow {
  private LineRow() {}

  /** {@return the members of a line's row} */
  static Schema.Property[] members(Schema.Property... more) {
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
