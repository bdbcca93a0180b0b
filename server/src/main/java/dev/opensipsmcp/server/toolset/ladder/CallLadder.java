package dev.opensipsmcp.server.toolset.ladder;

import com.google.gson.JsonObject;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Demand;
import dev.opensipsmcp.server.tool.Description;
import dev.opensipsmcp.server.tool.Needs;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Scope;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.toolset.evidence.Moments;
import dev.opensipsmcp.sip.ladder.Ladder;
import dev.opensipsmcp.sip.ladder.LadderRenderers;
import dev.opensipsmcp.sip.ladder.TextStyle;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The tool {@code call_ladder}. */
final class CallLadder implements Work.Timed {
  static final Demand READ = new Demand(Scope.RESOURCE_READ, Risk.READ);

  /** What a picture may take of an answer; the rest of it and the quoting need room too. */
  private static final int MOST = 14_000;

  private final LadderDesk desk;

  CallLadder(LadderDesk desk) {
    this.desk = desk;
  }

  Tool tool() {
    return new Tool(
        "call_ladder",
        LadderToolset.NAME,
        "Ladder of a call",
        new Description(
            "Draw the ladder of a call with all its legs, timers and a verdict.",
            "Use when asking what happened in a captured call.",
            Optional.of("Not for files or PNG; use `call_export_ladder`."),
            Optional.empty(),
            "Returns one object; without a picture of over 14,000 characters."),
        READ,
        true,
        Schema.arguments(
            LadderArguments.CALL_IDS,
            LadderArguments.PATH,
            LadderArguments.MESSAGES,
            Moments.FROM,
            Moments.TO,
            LadderArguments.RELATED,
            LadderArguments.HEADERS,
            Schema.optional(
                "format",
                Schema.text("How to draw").oneOf("text", "mermaid", "svg").byDefault("text")),
            Schema.optional("ascii", Schema.flag("Text in ASCII only").byDefault(false))),
        Schema.object(
            "The ladder",
            Schema.required("source", Schema.text("Where it was captured")),
            Schema.required("verdict", LadderJson.verdictSchema()),
            Schema.required("participants", Schema.texts("From left to right")),
            Schema.required("legs", LadderJson.legsSchema()),
            Schema.required(
                "correlations",
                Schema.list("Joined legs", Schema.map("leg, other, confidence, reasons"))),
            Schema.optional("picture", Schema.text("The ladder"))),
        Needs.NOTHING,
        List.of(
            "Show me the SIP ladder of this call",
            "Draw the call flow of this Call-ID from the capture as SVG",
            "What happened in this call? Here are its messages"),
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
      case Picked.Good(Ladder ladder, String source, List<String> notes) ->
          drawn(ladder, source, new ArrayList<>(notes), arguments);
    };
  }

  private static Outcome drawn(
      Ladder ladder, String source, List<String> notes, Arguments arguments) {
    String format = arguments.maybeText("format").orElse("text");
    String picture =
        switch (format) {
          case "mermaid" -> LadderRenderers.mermaid(ladder);
          case "svg" -> LadderRenderers.svg(ladder);
          default ->
              LadderRenderers.text(
                  ladder, new TextStyle(TextStyle.DEFAULT.width(), arguments.flag("ascii", false)));
        };
    JsonObject json = new JsonObject();
    json.addProperty("source", source);
    json.add("verdict", LadderJson.verdict(ladder));
    json.add("participants", LadderJson.participants(ladder));
    json.add("legs", LadderJson.legs(ladder));
    json.add("correlations", LadderJson.correlations(ladder));
    if (picture.length() <= MOST) {
      json.addProperty("picture", picture);
    } else {
      notes.add(
          "The picture has "
              + picture.length()
              + " characters and was left out; write it with call_export_ladder, or name fewer"
              + " Call-IDs or a shorter time.");
    }
    return new Outcome.Value(json, notes);
  }
}
