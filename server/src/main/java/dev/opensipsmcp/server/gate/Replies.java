package dev.opensipsmcp.server.gate;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.opensipsmcp.mi.MiNode;
import dev.opensipsmcp.server.result.Budget;
import dev.opensipsmcp.server.result.Source;
import dev.opensipsmcp.server.tool.Attachment;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Plan;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes replies of outcomes. */
final class Replies {
  private final GateParts parts;
  private final Budget budget;

  Replies(GateParts parts) {
    this(parts, parts.settings().resultChars());
  }

  private Replies(GateParts parts, int chars) {
    this.parts = parts;
    this.budget = new Budget(chars, parts.redactor());
  }

  /** {@return what makes smaller replies} */
  Replies within(int chars) {
    return new Replies(parts, chars);
  }

  GateReply of(Call call, Outcome outcome, NodeReads node) {
    return switch (outcome) {
      case Outcome.Value value ->
          new GateReply.Done(
              budget.fit(value, call.fields(), source(call, node)),
              value.attachment().flatMap(this::clean));
      case Outcome.Rows rows ->
          new GateReply.Done(budget.fit(rows, call.fields(), source(call, node)));
      case Outcome.Failure failure -> failed(failure);
    };
  }

  /** Bytes at a place whose name holds a secret are linked to by nothing. */
  private Optional<Attachment> clean(Attachment attachment) {
    String told =
        attachment.uri().orElse("") + ' ' + attachment.name() + ' ' + attachment.description();
    return parts.redactor().redact(told).equals(told) ? Optional.of(attachment) : Optional.empty();
  }

  /** {@return the reply to a change that can be taken back, with its ID} */
  GateReply ofChange(Call call, Outcome outcome, NodeReads node) {
    GateReply reply = of(call, outcome, node);
    if (reply instanceof GateReply.Done(JsonObject envelope, var _)) {
      envelope.addProperty("change_id", call.id());
    }
    return reply;
  }

  /** Whatever failed: when the change may have happened all the same, that comes first. */
  static GateReply.Failed failed(Outcome.Failure failure) {
    return failure.mayHaveRun()
        ? ErrorCode.OUTCOME_UNKNOWN.failed(failure.cause(), failure.nextStep())
        : new GateReply.Failed(failure.code(), failure.cause(), failure.nextStep());
  }

  GateReply planned(Call call, JsonObject plan, NodeReads node) {
    return new GateReply.Done(budget.plan(plan, source(call, node)));
  }

  /** {@return the plan as a person or a model reads it, without secrets} */
  JsonObject shown(Plan.Ready plan) {
    JsonObject json = new JsonObject();
    json.addProperty("summary", plan.summary());
    json.add("target", plan.target());
    json.add("shown", plan.shown());
    JsonArray effects = new JsonArray();
    for (String effect : plan.effects()) {
      effects.add(effect);
    }
    json.add("effects", effects);
    json.addProperty("undo", plan.undo());
    return parts.redactor().redact(json);
  }

  Outcome.Failure late() {
    return failure(
        ErrorCode.DEADLINE_EXCEEDED,
        "Reading took longer than " + parts.settings().deadline().toSeconds() + " s.",
        "Ask for less at once, or again when the node is less busy.");
  }

  Outcome.Failure withdrawn() {
    return failure(
        ErrorCode.CANCELLED,
        "The call was withdrawn; nothing was changed.",
        "Call again if needed.");
  }

  /** {@return the failure for work that broke, whose details go to the server's log only} */
  Outcome.Failure broken(Call call, Throwable why) {
    report(call.id(), why);
    return failure(
        ErrorCode.INTERNAL_ERROR,
        "The server failed at this call; its number is " + call.id() + ".",
        "Tell whoever runs this server; the log has the details.");
  }

  void report(String callId, Throwable why) {
    StringWriter trace = new StringWriter();
    why.printStackTrace(new PrintWriter(trace, true));
    parts.incidents().report(callId, parts.redactor().redact(trace.toString()));
  }

  static Outcome warned(Outcome outcome, String warning) {
    return switch (outcome) {
      case Outcome.Value(var data, var warnings, var shownOnce, var attachment) ->
          new Outcome.Value(data, with(warnings, warning), shownOnce, attachment);
      case Outcome.Rows(var rows, var more, var cursorAfter, var warnings) ->
          new Outcome.Rows(rows, more, cursorAfter, with(warnings, warning));
      case Outcome.Failure(var code, var cause, var nextStep, var mayHaveRun) ->
          new Outcome.Failure(code, cause, nextStep + " " + warning + ".", mayHaveRun);
    };
  }

  private static List<String> with(List<String> warnings, String warning) {
    List<String> all = new ArrayList<>(warnings);
    all.addFirst(warning);
    return all;
  }

  private static Outcome.Failure failure(ErrorCode code, String cause, String nextStep) {
    return new Outcome.Failure(code.name(), cause, nextStep);
  }

  private Source source(Call call, NodeReads node) {
    Optional<MiNode> asked = node.asked();
    return new Source(
        asked.map(_ -> call.instance().name()), asked.map(MiNode::server), parts.clock().instant());
  }
}
