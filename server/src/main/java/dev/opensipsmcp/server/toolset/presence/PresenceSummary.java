package dev.opensipsmcp.server.toolset.presence;

import com.google.gson.JsonObject;
import dev.opensipsmcp.mi.MiError;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.toolset.lever.Lever;
import dev.opensipsmcp.server.toolset.stream.Counts;
import dev.opensipsmcp.server.toolset.stream.RowPath;
import dev.opensipsmcp.server.toolset.stream.Tally;
import dev.opensipsmcp.server.toolset.stream.Walk;

/** The tool {@code presence_summary}: counts while the table arrives, in constant memory. */
final class PresenceSummary implements Work.Read {
  private static final RowPath STATES = RowPath.parse("[]").keeping("pres_uri", "event");
  private static final int TOP = 10;
  private static final int KEPT = 1000;

  private PresenceSummary() {}

  static Tool tool() {
    return Lever.read("presence_summary", "presence", "Presence states counted")
        .what("Count the states that the presence server holds, by event package and by domain.")
        .useWhen("Use when asked how much is published, or whether a package is in use at all.")
        .notFor("Not for the states themselves; use `presence_list_presentities`.")
        .returns("Returns one object with the most frequent values of each.")
        .sends("pres_phtable_list", "presence")
        .local(
            Schema.optional(
                "top", Schema.integer("Values per count").between(1, 50).byDefault(TOP)))
        .answer(
            Schema.object(
                "The counts",
                Schema.required("states", Schema.integer("How many states there are")),
                Schema.required("by_event", Counts.schema("By event package", "states")),
                Schema.required(
                    "by_domain", Counts.schema("By the presentity's domain", "states"))))
        .examples(
            "How many presence states does the node hold?",
            "Count the published states per event package",
            "Which domains publish presence?")
        .aliases("presence_count")
        .tool(new PresenceSummary());
  }

  @Override
  public Outcome run(Arguments arguments, ReadPorts ports) {
    Tally events = Tally.of(KEPT);
    Tally domains = Tally.of(KEPT);
    MiResult<Walk> walk =
        ports
            .mi()
            .read(
                "pres_phtable_list",
                new JsonObject(),
                STATES.reader(row -> {
                  events.add(EventPackages.name(row.number("event", 0)));
                  domains.add(domain(row.text("pres_uri")));
                  return !ports.cancelled();
                }));
    return switch (walk) {
      case MiResult.Failure<Walk>(MiError error) -> Outcome.Failure.of(error);
      case MiResult.Success<Walk> _ -> {
        int top = arguments.integer("top", TOP);
        JsonObject counts = new JsonObject();
        counts.addProperty("states", events.total());
        counts.add("by_event", Counts.json(events, top, "states"));
        counts.add("by_domain", Counts.json(domains, top, "states"));
        yield new Outcome.Value(counts);
      }
    };
  }

  private static String domain(String uri) {
    return uri.substring(uri.lastIndexOf('@') + 1);
  }
}
