package dev.opensipsmcp.server.gate;

import com.google.gson.JsonObject;
import dev.opensipsmcp.server.approval.Approval;
import dev.opensipsmcp.server.approval.Approvals;
import dev.opensipsmcp.server.approval.Digests;
import dev.opensipsmcp.server.approval.Standing;
import dev.opensipsmcp.server.tool.Plan;
import java.io.IOException;
import java.util.Optional;

/**
 * Asks a person about a call: over the channel where that is possible, else outside. The same call
 * comes again for the answer; its arguments have no part in it.
 */
final class Asking {
  private final Approvals approvals;

  Asking(Approvals approvals) {
    this.approvals = approvals;
  }

  /** {@return the approval, used up by this, or what to tell the caller} */
  Step<Approval> stand(Call call, Plan.Ready plan, JsonObject shown) {
    Approval.Call about =
        new Approval.Call(
            call.subject(),
            call.role().label(),
            call.tool().name(),
            call.instanceName(),
            call.demand().risk(),
            shown,
            Digests.binding(
                call.subject(), call.tool().name(), call.instanceName(), call.arguments().json()),
            Digests.of(plan.target()));
    try {
      takeAnswer(call, about.binding());
      return reply(call, approvals.stand(about));
    } catch (IOException e) {
      return stop(
          ErrorCode.APPROVAL_UNAVAILABLE.failed(
              "This call needs a person's approval, and approvals can't be stored.",
              "Ask whoever runs this server to make its state directory writable, then call"
                  + " again."));
    }
  }

  private void takeAnswer(Call call, String binding) throws IOException {
    Channel channel = call.invocation().channel();
    if (!channel.canAsk()) {
      return;
    }
    Optional<Approval> open = approvals.find(binding);
    if (open.isEmpty() || open.get().state() != Approval.State.PENDING) {
      return;
    }
    String id = open.get().id();
    String by = "the person in front of " + call.subject() + " over " + call.invocation().route();
    switch (channel.answerTo(id)) {
      case NOT_ASKED -> {}
      case APPROVED -> approvals.approve(id, by);
      case DECLINED -> approvals.decline(id, by);
    }
  }

  private static Step<Approval> reply(Call call, Standing standing) {
    return switch (standing) {
      case Standing.Granted(Approval approval) -> new Step.Go<>(approval);
      case Standing.Waiting(Approval approval) when call.invocation().channel().canAsk() ->
          new Step.Stop<>(
              new GateReply.AskPerson(approval.id(), question(approval), approval.call().plan()));
      case Standing.Waiting(Approval approval) ->
          stop(
              ErrorCode.APPROVAL_REQUIRED.failed(
                  "A person has to approve this first: " + summary(approval),
                  "Ask the person to run: opensips-mcp approve "
                      + approval.id()
                      + " and then make the same call again."));
      case Standing.Declined(Approval approval) ->
          stop(
              ErrorCode.APPROVAL_DECLINED.failed(
                  "A person declined this call: " + summary(approval),
                  "Do not repeat it; ask the person what to do instead."));
      case Standing.Changed(Approval approval) ->
          stop(
              ErrorCode.PLAN_CHANGED.failed(
                  "The target is no longer as it was when "
                      + approval.by()
                      + " approved: "
                      + summary(approval),
                  "Make the same call again; a person is asked about the target as it is now."));
      case Standing.TooMany(int pending) ->
          stop(
              ErrorCode.TOO_MANY_APPROVALS.failed(
                  pending + " of your calls wait for a person's answer.",
                  "Wait until some are answered or have lapsed."));
    };
  }

  private static String question(Approval approval) {
    Approval.Call call = approval.call();
    String where = call.instance().isEmpty() ? "" : " on " + call.instance();
    StringBuilder question = new StringBuilder(200);
    question.append(summary(approval)).append("\nTool: ").append(call.tool()).append(where);
    question.append(" (").append(call.risk().label()).append("), asked for by ");
    question.append(call.subject());
    if (call.plan().has("effects")) {
      call.plan()
          .getAsJsonArray("effects")
          .forEach(effect -> question.append("\nEffect: ").append(effect.getAsString()));
    }
    if (call.plan().has("undo")) {
      question.append("\nUndo: ").append(call.plan().get("undo").getAsString());
    }
    return question.append("\nApprove?").toString();
  }

  private static String summary(Approval approval) {
    JsonObject plan = approval.call().plan();
    return plan.has("summary") ? plan.get("summary").getAsString() : approval.call().tool();
  }

  private static Step<Approval> stop(GateReply.Failed failed) {
    return new Step.Stop<>(failed);
  }
}
