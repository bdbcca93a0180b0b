package dev.opensipsmcp.server.toolset.dialog;

import dev.opensipsmcp.mi.MiError;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Demand;
import dev.opensipsmcp.server.tool.Description;
import dev.opensipsmcp.server.tool.Needs;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.Work;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** The tool {@code dlg_summary}: counts while the lists arrive, in constant memory. */
final class DlgSummary implements Work.Read {
  private static final int TOP = 10;
  private static final int MOST = 50;
  private static final int PREFIX = 4;

  private final InstantSource clock;

  private DlgSummary(InstantSource clock) {
    this.clock = clock;
  }

  static Tool tool(InstantSource clock) {
    return new Tool(
        "dlg_summary",
        "dialog",
        "Calls counted",
        new Description(
            "Count calls in progress by state, age, domain, called prefix and socket.",
            "Use when asked what traffic there is now, or where stuck calls come from.",
            Optional.of("Not for the calls themselves; use `dlg_list`."),
            Optional.empty(),
            "Returns one object with the most frequent values of each."),
        Demand.MI_READ,
        true,
        Schema.arguments(
            Schema.optional("caller", Schema.text("Part of From URI")),
            Schema.optional("callee", Schema.text("Part of To URI")),
            Schema.optional(
                "state",
                Schema.text("Only this state")
                    .oneOf("unconfirmed", "early", "confirmed_no_ack", "confirmed", "deleted")),
            Schema.optional("older_than_s", Schema.integer("Least age in seconds").atLeast(0)),
            Schema.optional(
                "prefix_digits",
                Schema.integer("Digits of a prefix").between(1, 15).byDefault(PREFIX)),
            Schema.optional(
                "top", Schema.integer("Values per count").between(1, MOST).byDefault(TOP))),
        DialogCounts.schema(),
        new Needs(List.of("dlg_list"), List.of("dialog")),
        List.of(
            "How many calls are there per destination prefix?",
            "Count the active calls by state and age",
            "Which domains do the current calls come from?"),
        List.of("dialog_summary", "dlg_count"),
        new DlgSummary(clock));
  }

  @Override
  public Outcome run(Arguments arguments, ReadPorts ports) {
    Instant now = clock.instant();
    DialogFilter filter = DialogFilter.of(arguments, now);
    DialogCounts counts = new DialogCounts(now, arguments.integer("prefix_digits", PREFIX));
    MiResult<Integer> read =
        DialogReader.all(
            ports,
            0,
            dialog -> {
              if (filter.test(dialog)) {
                counts.add(dialog);
              }
              return true;
            });
    return switch (read) {
      case MiResult.Failure<Integer>(MiError error) -> Outcome.Failure.of(error);
      case MiResult.Success<Integer>(Integer parts) ->
          new Outcome.Value(
              counts.json(arguments.integer("top", TOP)),
              parts <= 1
                  ? List.of()
                  : List.of(
                      "Read in "
                          + parts
                          + " parts while calls came and went: a call may be missing or counted"
                          + " twice."));
    };
  }
}
