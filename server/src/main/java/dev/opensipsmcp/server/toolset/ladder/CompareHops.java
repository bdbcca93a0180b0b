package dev.opensipsmcp.server.toolset.ladder;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Description;
import dev.opensipsmcp.server.tool.Needs;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.SharedParameters;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.common.Paging;
import dev.opensipsmcp.server.toolset.evidence.Moments;
import dev.opensipsmcp.sip.ladder.HopChange;
import dev.opensipsmcp.sip.ladder.Ladder;
import dev.opensipsmcp.sip.ladder.Ladders;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The tool {@code call_compare_hops}. */
final class CompareHops implements Work.Timed {
  private static final int PAGE = 20;

  private final LadderDesk desk;

  CompareHops(LadderDesk desk) {
    this.desk = desk;
  }

  Tool tool() {
    return new Tool(
        "call_compare_hops",
        LadderToolset.NAME,
        "What hops changed",
        new Description(
            "Compare each message of a call with what a proxy or B2BUA made of it.",
            "Use when a header, address or codec is wrong beyond a hop.",
            Optional.of("Not for the flow as a whole; use `call_ladder`."),
            Optional.empty(),
            "Returns a page of message pairs with the headers and SDP lines that differ."),
        CallLadder.READ,
        true,
        Schema.arguments(
            LadderArguments.CALL_IDS,
            LadderArguments.PATH,
            LadderArguments.MESSAGES,
            Moments.FROM,
            Moments.TO,
            Schema.optional(
                "method",
                Schema.text("Only messages of this method").longest(32).examples("INVITE")),
            SharedParameters.limit(PAGE, 100),
            SharedParameters.CURSOR),
        Schema.list(
            "Pairs of messages",
            Schema.object(
                "Before and after a hop",
                Schema.required("in", Schema.integer("Message that came")),
                Schema.required("out", Schema.integer("Message that went on")),
                Schema.required("message", Schema.text("Method or status")),
                Schema.required("hop", Schema.text("Who is in between")),
                Schema.required(
                    "changes",
                    Schema.list("Differences", Schema.map("kind, where, before, after"))))),
        Needs.NOTHING,
        List.of(
            "What did the proxy change in the INVITE?",
            "Compare the SDP before and after the SBC",
            "Which header gets lost between the two legs of this call?"),
        List.of(),
        this);
  }

  @Override
  public Duration limit(Arguments arguments) {
    return LadderDesk.LIMIT;
  }

  @Override
  public Outcome run(Arguments arguments, ReadPorts ports) {
    return switch (desk.pick(arguments, ports)) {
      case Picked.Bad(Outcome.Failure failure) -> failure;
      case Picked.Good(Ladder ladder, String source, List<String> notes) -> {
        String method = arguments.maybeText("method").orElse("");
        List<JsonObject> rows =
            Ladders.hops(ladder).stream()
                .filter(hop ->
                    method.isEmpty() || ladder.arrow(hop.in()).message().method().equals(method))
                .map(hop -> row(ladder, hop))
                .toList();
        yield Paging.page(rows, arguments, PAGE, notes);
      }
    };
  }

  private static JsonObject row(Ladder ladder, HopChange hop) {
    JsonObject json = new JsonObject();
    json.addProperty("in", hop.in());
    json.addProperty("out", hop.out());
    json.addProperty("message", ladder.arrow(hop.in()).label());
    json.addProperty("hop", ladder.participants().get(hop.hop()).name());
    JsonArray changes = new JsonArray();
    for (HopChange.Change change : hop.changes()) {
      JsonObject one = Json.object("kind", LadderJson.word(change.kind()));
      one.addProperty("where", change.where());
      Json.addText(one, "before", change.before());
      Json.addText(one, "after", change.after());
      changes.add(one);
    }
    json.add("changes", changes);
    return json;
  }
}
