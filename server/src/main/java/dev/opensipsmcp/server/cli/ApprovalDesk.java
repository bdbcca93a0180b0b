package dev.opensipsmcp.server.cli;

import dev.opensipsmcp.server.approval.Answer;
import dev.opensipsmcp.server.approval.Approval;
import dev.opensipsmcp.server.approval.Approvals;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;

/** Where a person answers the calls that wait for one. */
final class ApprovalDesk {
  private final Approvals approvals;
  private final String person;
  private final PrintStream out;
  private final PrintStream err;

  ApprovalDesk(Approvals approvals, String person, PrintStream out, PrintStream err) {
    this.approvals = approvals;
    this.person = person;
    this.out = out;
    this.err = err;
  }

  int list() throws IOException {
    List<Approval> pending = approvals.pending();
    if (pending.isEmpty()) {
      out.println("Nothing waits for a person.");
    }
    for (Approval approval : pending) {
      describe(approval);
    }
    return Cli.DONE;
  }

  int approve(String id) throws IOException {
    approvals.show(id).ifPresent(this::describe);
    return say(id, approvals.approve(id, person));
  }

  int decline(String id) throws IOException {
    return say(id, approvals.decline(id, person));
  }

  private int say(String id, Answer answer) {
    return switch (answer) {
      case Answer.Taken _ -> {
        out.println(id + ": done. The same call, made again before it lapses, finds your answer.");
        yield Cli.DONE;
      }
      case Answer.Unknown _ -> {
        err.println(id + ": no such approval waits; it may have lapsed.");
        yield Cli.FAILED;
      }
      case Answer.AlreadyAnswered _ -> {
        err.println(id + ": was answered before.");
        yield Cli.FAILED;
      }
    };
  }

  private void describe(Approval approval) {
    Approval.Call call = approval.call();
    out.println(approval.id() + "  " + call.tool() + "  " + call.risk().label());
    out.println(
        "  asked by " + call.subject() + " (" + call.role() + "), lapses " + approval.expires());
    if (call.plan().has("summary")) {
      out.println("  " + call.plan().get("summary").getAsString());
    }
  }
}
