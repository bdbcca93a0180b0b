package dev.opensipsmcp.server.toolset.ladder;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Description;
import dev.opensipsmcp.server.tool.Needs;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.common.ToolError;
import dev.opensipsmcp.server.toolset.evidence.CallWatch;
import dev.opensipsmcp.server.toolset.evidence.Moments;
import dev.opensipsmcp.sip.ladder.Ladder;
import dev.opensipsmcp.sip.ladder.LadderRenderers;
import dev.opensipsmcp.sip.ladder.Leg;
import dev.opensipsmcp.sip.ladder.TextStyle;
import dev.opensipsmcp.sip.message.NameAddr;
import dev.opensipsmcp.sip.trace.TimeWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The tool {@code call_report}. */
final class CallReport implements Work.Timed {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration AROUND = Duration.ofMinutes(1);
  private static final int MOST_LADDER = 7_000;

  private final LadderDesk desk;

  CallReport(LadderDesk desk) {
    this.desk = desk;
  }

  Tool tool() {
    return new Tool(
        "call_report",
        LadderToolset.NAME,
        "Report of a call",
        new Description(
            "Report all that is known of one call, each statement with its evidence.",
            "Use when a call failed or is complained about, as the first look.",
            Optional.of("Not for the flow alone; use `call_ladder`."),
            Optional.empty(),
            "Returns one object; parts that do not answer in 10 s count as not seen."),
        CallLadder.READ,
        true,
        Schema.arguments(
            Schema.optional("call_id", Schema.text("The Call-ID").longest(255)),
            Schema.optional("caller", Schema.text("From user, without call_id")),
            Schema.optional("callee", Schema.text("To user, without call_id")),
            LadderArguments.PATH,
            LadderArguments.MESSAGES,
            Moments.FROM,
            Moments.TO,
            Schema.optional("log", Schema.text("Log lines to look through").longest(200_000))),
        Schema.object(
            "The report",
            Schema.required("call_ids", Schema.texts("Call-IDs of its legs")),
            Schema.optional("verdict", LadderJson.verdictSchema()),
            Schema.optional("ladder", Schema.text("The ladder as text")),
            Schema.required(
                "statements",
                Schema.list("What is known", Schema.map("about, text, evidence (ids)"))),
            Schema.required(
                "evidence",
                Schema.list("Beside m1, m2, ..., messages", Schema.map("id, source, what"))),
            Schema.required("not_seen", Schema.list("What is not known", Schema.map("part, why"))),
            Schema.required("next", Schema.texts("What to look at next"))),
        new Needs(
            List.of("dlg_list", "ul_show_contact"), List.of("dialog", "usrloc"), List.of("acc")),
        List.of(
            "Why did this call fail?",
            "Give me a full report of the call with this Call-ID",
            "Alice says bob could not hear her at nine; what happened in that call?"),
        List.of(),
        this);
  }

  @Override
  public Duration limit(Arguments arguments) {
    return LadderDesk.LIMIT.plus(PATIENCE);
  }

  @Override
  public Outcome run(Arguments arguments, ReadPorts ports) {
    boolean named = arguments.has("call_id") || arguments.has("messages");
    if (!named && !arguments.has("caller") && !arguments.has("callee")) {
      return ToolError.ARGUMENTS_INCOMPLETE.failure(
          "Nothing says which call is meant.",
          "Give call_id, or caller and callee with a time, or messages.");
    }
    return switch (desk.pick(arguments, ports)) {
      // The node, its CDRs and the relays know a call by its Call-ID, even where no messages are.
      case Picked.Bad(Outcome.Failure failure)
          when arguments.has("call_id") && !arguments.has("path") && !arguments.has("messages") ->
          report(new Known(Optional.empty(), failure.cause()), List.of(), arguments, ports);
      case Picked.Bad(Outcome.Failure failure) -> failure;
      case Picked.Good(Ladder ladder, String source, List<String> notes) ->
          report(new Known(Optional.of(ladder), ""), notes, arguments, ports);
    };
  }

  /** The ladder, or why there is none. */
  private record Known(Optional<Ladder> ladder, String missing) {}

  private Outcome report(Known known, List<String> notes, Arguments arguments, ReadPorts ports) {
    Optional<Ladder> ladder = known.ladder();
    List<String> callIds = callIds(ladder, arguments);
    Finding found =
        ladder
            .map(seen -> Signalling.of(seen).and(MediaPath.of(seen)))
            .orElseGet(() -> Finding.none("signalling", known.missing()));
    found = found.and(new Gathering(PATIENCE).of(sources(ladder, callIds, ports)));
    found =
        found.and(
            arguments.has("log")
                ? LogLines.of(arguments.text("log"), callIds)
                : Finding.none("log", "No log lines were given."));
    JsonObject json = new JsonObject();
    json.add("call_ids", Json.texts(callIds));
    List<String> warnings = new ArrayList<>(notes);
    ladder.ifPresent(seen -> {
      json.add("verdict", LadderJson.verdict(seen));
      String text = LadderRenderers.text(seen, TextStyle.DEFAULT);
      if (text.length() <= MOST_LADDER) {
        json.addProperty("ladder", text);
      } else {
        warnings.add("The ladder is long and was left out; call_ladder draws it.");
      }
    });
    json.add("statements", statements(found));
    json.add("evidence", evidence(found));
    json.add("not_seen", unseen(found));
    json.add("next", Json.texts(ladder.map(NextSteps::of).orElse(List.of())));
    return new Outcome.Value(json, warnings);
  }

  private static List<String> callIds(Optional<Ladder> ladder, Arguments arguments) {
    Set<String> ids = new LinkedHashSet<>();
    arguments.maybeText("call_id").ifPresent(ids::add);
    ladder.ifPresent(seen ->
        seen.legs().stream().map(Leg::callId).filter(id -> !id.isEmpty()).forEach(ids::add));
    return List.copyOf(ids);
  }

  private List<Gathering.Source> sources(
      Optional<Ladder> ladder, List<String> callIds, ReadPorts ports) {
    Instant now = desk.evidence().clock().instant();
    NodeSources node = new NodeSources(ports, now);
    Set<String> aors = ladder.map(CallReport::aors).orElse(Set.of());
    List<Gathering.Source> sources = new ArrayList<>();
    sources.add(new Gathering.Source("dialog", () -> node.dialogs(callIds)));
    sources.add(
        new Gathering.Source(
            "contacts",
            () ->
                aors.isEmpty()
                    ? Finding.none("contacts", "The users are not known without messages.")
                    : node.contacts(aors)));
    sources.add(new Gathering.Source("cdr", () -> node.cdrs(callIds)));
    sources.add(
        new Gathering.Source(
            "relay", () -> RelaySource.ask(desk.evidence().settings().relays(), callIds, now)));
    homer(callIds, ladder, ports)
        .ifPresent(source -> sources.add(new Gathering.Source("homer", source::ask)));
    return sources;
  }

  private Optional<HomerSource> homer(
      List<String> callIds, Optional<Ladder> ladder, ReadPorts ports) {
    TimeWindow window =
        ladder
            .filter(seen -> !seen.arrows().isEmpty())
            .map(seen ->
                new TimeWindow(
                    seen.arrows().getFirst().captured().time().minus(AROUND),
                    seen.arrows().getLast().captured().time().plus(AROUND)))
            .orElse(TimeWindow.ALWAYS);
    return desk.stores()
        .homer()
        .map(server -> new HomerSource(server, callIds, window, new CallWatch(ports, "of Homer")));
  }

  /** Both users of the first leg, with and without their domain, as nodes know them. */
  private static Set<String> aors(Ladder ladder) {
    Set<String> aors = new LinkedHashSet<>();
    if (!ladder.arrows().isEmpty()) {
      var message = ladder.arrows().getFirst().message();
      message.to().ifPresent(to -> aors(to, aors));
      message.from().ifPresent(from -> aors(from, aors));
    }
    return aors;
  }

  private static void aors(NameAddr address, Set<String> aors) {
    address
        .uri()
        .user()
        .ifPresent(user -> {
          aors.add(user + "@" + address.uri().host());
          aors.add(user);
        });
  }

  private static JsonArray statements(Finding found) {
    JsonArray array = new JsonArray();
    for (Finding.Statement one : found.statements()) {
      JsonObject json = Json.object("about", one.about());
      json.addProperty("text", one.text());
      json.add("evidence", Json.texts(one.evidence()));
      array.add(json);
    }
    return array;
  }

  private static JsonArray evidence(Finding found) {
    JsonArray array = new JsonArray();
    for (Finding.Evidence one : found.evidence()) {
      JsonObject json = Json.object("id", one.id());
      json.addProperty("source", one.source());
      json.addProperty("what", one.what());
      array.add(json);
    }
    return array;
  }

  private static JsonArray unseen(Finding found) {
    JsonArray array = new JsonArray();
    for (Finding.Unseen one : found.unseen()) {
      JsonObject json = Json.object("part", one.part());
      json.addProperty("why", one.why());
      array.add(json);
    }
    return array;
  }
}
