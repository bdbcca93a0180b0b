package dev.opensipsmcp.server.toolset.change;

import dev.opensipsmcp.server.journal.ChangeReads;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Demand;
import dev.opensipsmcp.server.tool.Description;
import dev.opensipsmcp.server.tool.Needs;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.Work;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The tool {@code change_show}. */
final class ChangeShow implements Work.Read {
  private final ChangeReads journal;

  private ChangeShow(ChangeReads journal) {
    this.journal = journal;
  }

  static Tool tool(ChangeReads journal) {
    return new Tool(
        "change_show",
        "change",
        "One change in full",
        new Description(
            "Show one change: what its target was before and after, and the call that undoes it.",
            "Use when deciding whether to take a change back.",
            Optional.of("Not for taking it back; use `change_revert`, with dry_run to try."),
            Optional.empty(),
            "Returns one object."),
        Demand.MI_READ,
        true,
        Schema.arguments(Changes.ID),
        Schema.object(
            "The change",
            Stream.concat(
                    Stream.of(Changes.members()),
                    Stream.of(
                        Schema.required("arguments", Schema.map("What the tool was called with")),
                        Schema.required("before", Schema.map("The target before")),
                        Schema.optional("after", Schema.map("The target afterwards")),
                        Schema.required("undo", Schema.map("tool and arguments that undo it"))))
                .toArray(Schema.Property[]::new)),
        Needs.NOTHING,
        List.of(
            "What exactly did this change do?",
            "Show the state before and after that change",
            "How would the change with this ID be undone?"),
        List.of("show_change"),
        new ChangeShow(journal));
  }

  @Override
  public Outcome run(Arguments arguments, ReadPorts ports) {
    return switch (Changes.find(journal, arguments.text("change_id"))) {
      case Changes.Found.One(var change) -> new Outcome.Value(Changes.whole(change));
      case Changes.Found.None(Outcome.Failure failure) -> failure;
    };
  }
}
