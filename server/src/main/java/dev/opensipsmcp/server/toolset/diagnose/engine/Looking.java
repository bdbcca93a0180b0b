package dev.opensipsmcp.server.toolset.diagnose.engine;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.opensipsmcp.mi.MiError;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Scope;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.toolset.ToolDirectory;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.ladder.CallFacts;
import dev.opensipsmcp.server.toolset.registration.UserContacts;
import dev.opensipsmcp.server.validation.ArgumentCheck;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Looks at one thing by reading. Tools are asked through their own work with the caller's own
 * reading ports, and only those that the caller may call.
 *
 * @param tools all tools
 * @param calls reads the messages of calls
 * @param growing measures growth
 * @param clock the time
 */
public record Looking(ToolDirectory tools, CallFacts calls, Growing growing, InstantSource clock) {
  private static final ArgumentCheck CHECK = new ArgumentCheck();

  /**
   * Where to look.
   *
   * @param id the id of what is seen there
   * @param look what for
   * @param way how
   */
  record Place(String id, Look look, Way way) {

    String source() {
      return switch (way) {
        case Way.Tool(String name, var arguments) ->
            name + (arguments.isEmpty() ? "" : " " + shortened(arguments.toString()));
        case Way.Statistics(List<String> names) -> "MI get_statistics " + String.join(" ", names);
        case Way.Contacts(String aor) -> "MI ul_show_contact " + Quote.shortened(aor, 100);
        case Way.Call _ -> "messages of the call";
        case Way.Growth _ -> "MI get_statistics, twice or beside a snapshot";
        case Way.Given(String from, _) -> "argument " + from;
        case Way.Missing _, Way.Idle _ -> look.what();
      };
    }

    private static String shortened(String text) {
      return text.length() > 120 ? text.substring(0, 120) + "…" : text;
    }

    Evidence.Unseen unseen(String why, String next) {
      return new Evidence.Unseen(id, look.key(), source(), why, next, false);
    }

    /** What was asked refused: its words may be others'. */
    Evidence.Unseen refused(String why, String next) {
      return new Evidence.Unseen(id, look.key(), source(), why, next, true);
    }

    Evidence.Seen seen(Instant taken, JsonElement value, boolean foreign, List<String> notes) {
      return new Evidence.Seen(id, look.key(), source(), taken, value, foreign, notes);
    }
  }

  Evidence at(Place place, Question question, ReadPorts ports) {
    return switch (place.way()) {
      case Way.Missing(String why, String next) -> place.unseen(why, next);
      case Way.Idle _ -> place.unseen("It was not asked for.", "Nothing is to be done.");
      case Way.Given(_, String text) ->
          place.seen(clock.instant(), new JsonPrimitive(text), true, List.of());
      case Way.Statistics(List<String> names) -> statistics(place, names, ports);
      case Way.Contacts(String aor) -> contacts(place, aor, ports);
      case Way.Growth(Optional<String> since) -> growth(place, since, ports);
      case Way.Call _ -> of(place, calls.of(question.call(), ports));
      case Way.Tool(String name, var arguments) ->
          tools
              .named(name, ports.rights())
              .map(tool -> tool(place, tool, new Arguments(arguments), ports))
              .orElseGet(() ->
                  place.unseen(
                      "The caller may not call " + name + ".",
                      "Ask whoever runs this server for a role that may."));
    };
  }

  private Evidence statistics(Place place, List<String> names, ReadPorts ports) {
    if (!ports.rights().grants(Scope.STATS_READ)) {
      return noStatistics(place);
    }
    var params = Move.arguments("statistics", Json.texts(names));
    return switch (ports.mi().read("get_statistics", params)) {
      case MiResult.Success<JsonElement>(JsonElement value) ->
          place.seen(clock.instant(), value, false, List.of());
      case MiResult.Failure<JsonElement>(MiError error) ->
          place.refused(error.cause(), error.nextStep());
    };
  }

  private Evidence growth(Place place, Optional<String> since, ReadPorts ports) {
    if (!ports.rights().grants(Scope.STATS_READ)) {
      return noStatistics(place);
    }
    return switch (growing.measure(since, clock, ports)) {
      case Growing.Measured.Twice(JsonObject value, List<String> notes) ->
          place.seen(clock.instant(), value, true, notes);
      case Growing.Measured.Once(String why, String next) -> place.refused(why, next);
    };
  }

  private static Evidence.Unseen noStatistics(Place place) {
    return place.unseen(
        "This needs " + Scope.STATS_READ.label() + ", which the role does not have.",
        "Ask whoever runs this server for a role that has it.");
  }

  private Evidence contacts(Place place, String aor, ReadPorts ports) {
    return switch (UserContacts.of(ports, aor)) {
      case MiResult.Success<List<JsonObject>>(List<JsonObject> rows) ->
          place.seen(clock.instant(), Json.list(rows), true, List.of());
      case MiResult.Failure<List<JsonObject>>(MiError error) ->
          place.refused(error.cause(), error.nextStep());
    };
  }

  private Evidence tool(Place place, Tool tool, Arguments arguments, ReadPorts ports) {
    List<String> faults = CHECK.faults(tool, arguments.json());
    if (!faults.isEmpty()) {
      return place.unseen(String.join(" ", faults), ArgumentCheck.valid(tool));
    }
    Optional<Work.Read> read =
        switch (tool.work()) {
          case Work.Read work -> Optional.of(work);
          case Work.PerCall choice ->
              choice.choose(arguments, ports) instanceof Work.Choice.Chosen(var demand, var work)
                      && demand.risk() == Risk.READ
                      && work instanceof Work.Read reads
                  ? Optional.of(reads)
                  : Optional.empty();
          case Work.Change _, Work.Proxy _ -> Optional.empty();
        };
    return read.map(work -> of(place, work.run(arguments, ports)))
        .orElseGet(() ->
            place.unseen("With these arguments it does not only read.", "Call it by itself."));
  }

  private Evidence of(Place place, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Failure failure -> place.refused(failure.cause(), failure.nextStep());
      case Outcome.Value value -> place.seen(clock.instant(), value.data(), true, value.warnings());
      case Outcome.Rows rows -> {
        List<String> notes = new ArrayList<>(rows.warnings());
        if (rows.more()) {
          notes.add("Only the first " + rows.rows().size() + " rows were looked at.");
        }
        yield place.seen(clock.instant(), Json.list(rows.rows()), true, notes);
      }
    };
  }
}
