package dev.opensipsmcp.server.toolset.diagnose;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Demand;
import dev.opensipsmcp.server.tool.Description;
import dev.opensipsmcp.server.tool.Needs;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.common.ToolError;
import dev.opensipsmcp.server.toolset.diagnose.engine.Diagnosis;
import dev.opensipsmcp.server.toolset.diagnose.engine.Evidence;
import dev.opensipsmcp.server.toolset.diagnose.engine.Matcher;
import dev.opensipsmcp.server.toolset.diagnose.engine.Matcher.Match;
import dev.opensipsmcp.server.toolset.diagnose.engine.Move;
import dev.opensipsmcp.server.toolset.diagnose.engine.Quote;
import dev.opensipsmcp.server.toolset.diagnose.engine.Report;
import dev.opensipsmcp.server.toolset.diagnose.engine.Task;
import dev.opensipsmcp.server.toolset.diagnose.task.Tasks;
import dev.opensipsmcp.server.toolset.evidence.Moments;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The tool {@code diagnose}. */
final class Diagnose implements Work.Timed {
  private static final int WHOLE = 6_000;

  /** What is told again with another task, where it is short and plain. */
  private static final List<String> BROUGHT =
      List.of("call_id", "aor", "number", "gateway", "from_ts", "to_ts");

  private final Desk desk;
  private final Matcher matcher = new Matcher(Tasks.ALL);

  Diagnose(Desk desk) {
    this.desk = desk;
  }

  Tool tool() {
    return new Tool(
        "diagnose",
        DiagnoseToolset.NAME,
        "Find the cause of a symptom",
        new Description(
            "Diagnose a complaint and rank its causes by evidence.",
            "Use when something is wrong and the cause is not known.",
            Optional.of("Not for one call's story; use `call_report`."),
            Optional.empty(),
            "Returns findings; changes are only proposed."),
        Demand.MI_READ,
        true,
        Schema.arguments(
            Schema.optional("symptom", Schema.text("Complaint in words").longest(500)),
            Schema.optional("task", Schema.text("Of diagnose_list_tasks")),
            Schema.optional("call_id", Schema.text("The Call-ID").longest(255)),
            Schema.optional("aor", Schema.text("User, as bob@example.com").longest(255)),
            Schema.optional("number", Schema.text("Number called").longest(64)),
            Schema.optional("gateway", Schema.text("Gateway or URI").longest(255)),
            Schema.optional("path", Schema.text("Capture, cfg or snapshot").longest(1_000)),
            Schema.optional("text", Schema.text("Messages, log or opensips.cfg").longest(500_000)),
            Moments.FROM,
            Moments.TO,
            Schema.optional("evidence", Schema.text("Id to show whole"))),
        Schema.object("Diagnosis", members()),
        new Needs(List.of("get_statistics"), List.of()),
        List.of(
            "Calls drop after 30 seconds, why?",
            "Callers hear nothing: one-way audio since this morning",
            "What is wrong with this node?"),
        List.of(),
        this);
  }

  private static Schema.Property[] members() {
    List<Schema.Property> members = new ArrayList<>();
    members.add(Schema.required("task", Schema.text("What the symptom was taken for")));
    members.add(Schema.required("match", Schema.map("confidence, alternatives (task ids)")));
    members.add(Schema.required("summary", Schema.text("In one sentence")));
    members.addAll(Report.schema());
    return members.toArray(Schema.Property[]::new);
  }

  @Override
  public Duration limit(Arguments arguments) {
    return Desk.LIMIT;
  }

  @Override
  public Outcome run(Arguments arguments, ReadPorts ports) {
    if (arguments.has("task")) {
      Optional<Task> task = Tasks.named(arguments.text("task"));
      return task.map(it -> diagnosed(it, "given", List.of(), arguments, ports))
          .orElseGet(() -> unclear("There is no task " + Quote.of(arguments.text("task")) + "."));
    }
    List<Match> matches =
        arguments
            .maybeText("symptom")
            .map(symptom -> matcher.match(symptom, desk.question(arguments)))
            .orElseGet(List::of);
    if (matches.isEmpty()) {
      return unclear(
          arguments.has("symptom")
              ? "The symptom has no word that a task knows."
              : "Neither symptom nor task is given.");
    }
    Match best = matches.getFirst();
    return diagnosed(
        best.task(),
        best.label(),
        Matcher.alternatives(matches).stream().map(match -> match.task().id()).toList(),
        arguments,
        ports);
  }

  private Outcome diagnosed(
      Task task, String match, List<String> others, Arguments arguments, ReadPorts ports) {
    Diagnosis diagnosis = desk.diagnose(task, arguments, ports);
    if (arguments.has("evidence")) {
      return whole(diagnosis, match, others, arguments.text("evidence"));
    }
    JsonObject json = head(task, match, others, summary(diagnosis));
    Report.of(diagnosis).asMap().forEach(json::add);
    JsonArray next = new JsonArray();
    if (!match.equals("high") && !match.equals("given")) {
      others.forEach(other -> next.add(instead(other, arguments).json()));
    }
    next.addAll(json.getAsJsonArray("next"));
    json.add("next", next);
    return new Outcome.Value(json, Report.notes(diagnosis));
  }

  /** The same question, taken for something else. */
  private static Move instead(String task, Arguments arguments) {
    JsonObject json = Json.object("task", task);
    for (String name : BROUGHT) {
      arguments
          .maybeText(name)
          .filter(Quote::isName)
          .ifPresent(value -> json.addProperty(name, value));
    }
    return new Move("diagnose", json, "If the symptom means this rather; add text again if given");
  }

  private static JsonObject head(Task task, String match, List<String> others, String summary) {
    JsonObject json = Json.object("task", task.id());
    JsonObject matched = Json.object("confidence", match);
    matched.add("alternatives", Json.texts(others));
    json.add("match", matched);
    json.addProperty("summary", summary);
    return json;
  }

  static String summary(Diagnosis diagnosis) {
    long seen = diagnosis.evidence().stream().filter(Evidence.Seen.class::isInstance).count();
    long unseen = diagnosis.evidence().size() - seen;
    String looked = seen + " looked at, " + unseen + " could not be seen";
    if (!diagnosis.findings().isEmpty()) {
      return diagnosis.findings().getFirst().statement() + " (" + looked + ")";
    }
    return (diagnosis.fine().isEmpty()
            ? "Nothing was seen that tells right from wrong ("
            : "Nothing wrong was seen (")
        + looked
        + ").";
  }

  /** One piece of evidence, read anew, as a whole. */
  private static Outcome whole(
      Diagnosis diagnosis, String match, List<String> others, String wanted) {
    for (Evidence one : diagnosis.evidence()) {
      if (one.id().equals(wanted) && one instanceof Evidence.Seen seen) {
        JsonObject json = head(diagnosis.task(), match, others, "Evidence " + wanted + ".");
        JsonObject piece = Json.object("id", seen.id());
        piece.addProperty("source", seen.source());
        piece.addProperty("taken", seen.taken().toString());
        if (seen.foreign()) {
          piece.addProperty("untrusted", true);
        }
        piece.addProperty("whole", Quote.shortened(seen.value().toString(), WHOLE));
        JsonArray pieces = new JsonArray();
        pieces.add(piece);
        json.add("findings", new JsonArray());
        json.add("evidence", pieces);
        json.add("fine", new JsonArray());
        json.add("unseen", new JsonArray());
        json.add("next", new JsonArray());
        return new Outcome.Value(json, List.of(Report.UNTRUSTED));
      }
    }
    return ToolError.EVIDENCE_NOT_FOUND.failure(
        "There is no evidence " + Quote.of(wanted) + " in this diagnosis.",
        "Take an id of its evidence; what could not be seen has nothing to show.");
  }

  private static Outcome unclear(String cause) {
    return ToolError.ARGUMENTS_INCOMPLETE.failure(
        cause,
        "Say it in other words, or give as task one of "
            + String.join(", ", Tasks.ALL.stream().map(Task::id).toList())
            + ".");
  }
}
