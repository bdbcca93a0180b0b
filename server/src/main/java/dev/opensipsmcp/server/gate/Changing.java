package dev.opensipsmcp.server.gate;

import com.google.gson.JsonObject;
import dev.opensipsmcp.db.Database;
import dev.opensipsmcp.db.DbError;
import dev.opensipsmcp.db.DbResult;
import dev.opensipsmcp.db.DbWrites;
import dev.opensipsmcp.server.approval.Approval;
import dev.opensipsmcp.server.audit.AuditEvent.Kind;
import dev.opensipsmcp.server.policy.Verdict;
import dev.opensipsmcp.server.ratelimit.RateLimiter;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Plan;
import dev.opensipsmcp.server.tool.Scope;
import dev.opensipsmcp.server.tool.Work;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** The second half of the way for a call that changes something: plan, person, intent, change. */
final class Changing {
  private final GateParts parts;
  private final Trail trail;
  private final Runner runner;
  private final Replies replies;
  private final Asking asking;
  private final Journaling journaling;
  private final RateLimiter limiter;

  Changing(GateParts parts, Trail trail, Runner runner, Replies replies) {
    this.parts = parts;
    this.trail = trail;
    this.runner = runner;
    this.replies = replies;
    this.asking = new Asking(parts.approvals());
    this.journaling = new Journaling(parts, runner);
    this.limiter = new RateLimiter(parts.settings().changes(), System::nanoTime);
  }

  GateReply run(Call call, Verdict verdict, Work.Change work, NodeReads node) throws IOException {
    Duration wait = limiter.take(call.subject());
    if (wait.isPositive()) {
      return Refusals.tooManyCalls(wait);
    }
    long start = System.nanoTime();
    Ports.Reading ports = new Ports.Reading(call.invocation(), node);
    Optional<Outcome.Failure> moved =
        call.reverts().flatMap(reversal -> journaling.moved(call, reversal, ports));
    if (moved.isPresent()) {
      trail.noted(Kind.PLAN, call, moved.get().code(), moved.get().cause(), millisSince(start));
      return Replies.failed(moved.get());
    }
    Ended<Plan> ended =
        runner.read(
            ports, runner.limit(work, call.arguments()), () -> work.plan(call.arguments(), ports));
    Plan plan =
        switch (ended) {
          case Ended.Well<Plan>(Plan value) -> value;
          case Ended.Late<Plan> _ -> new Plan.Refused(replies.late());
          case Ended.Withdrawn<Plan> _ -> new Plan.Refused(replies.withdrawn());
          case Ended.Broken<Plan>(Throwable why) -> new Plan.Refused(replies.broken(call, why));
        };
    return switch (plan) {
      case Plan.Refused(Outcome.Failure failure) -> {
        trail.noted(Kind.PLAN, call, failure.code(), failure.cause(), millisSince(start));
        yield Replies.failed(failure);
      }
      case Plan.Ready ready when call.dryRun() -> {
        trail.noted(Kind.PLAN, call, Trail.OK, ready.summary(), millisSince(start));
        yield replies.planned(call, replies.shown(ready), node);
      }
      case Plan.Ready ready -> decided(call, verdict, work, ready, node);
    };
  }

  private GateReply decided(
      Call call, Verdict verdict, Work.Change work, Plan.Ready plan, NodeReads node)
      throws IOException {
    if (verdict == Verdict.ALLOW) {
      return apply(call, work, plan, node, Optional.empty());
    }
    JsonObject shown = replies.shown(plan);
    return switch (asking.stand(call, plan, shown)) {
      case Step.Stop<Approval>(GateReply reply) -> {
        if (reply instanceof GateReply.Failed failed) {
          trail.noted(Kind.DENIED, call, failed.code(), failed.cause(), 0);
        }
        yield reply;
      }
      case Step.Go<Approval>(Approval approval) ->
          apply(call, work, plan, node, Optional.of(approval));
    };
  }

  private GateReply apply(
      Call call, Work.Change work, Plan.Ready plan, NodeReads node, Optional<Approval> approval) {
    boolean journaled;
    try {
      journaled = journaling.begin(call, plan);
      trail.intent(call, approval);
    } catch (IOException e) {
      replies.report(call.id(), e);
      journaling.abandon(call);
      return ErrorCode.AUDIT_UNAVAILABLE.failed(
          "The audit trail or the journal can't be written, so nothing was changed.",
          "Ask whoever runs this server to make its state directory writable, then call again.");
    }
    long start = System.nanoTime();
    Ports.Reading reads = new Ports.Reading(call.invocation(), node);
    Ports.Writing ports =
        new Ports.Writing(
            reads, new NodeWrites(call, node, parts.classification()), databaseFor(call, node));
    Ended<Outcome> ended =
        runner.change(
            runner.limit(work, call.arguments()), () -> work.apply(plan, call.arguments(), ports));
    Outcome outcome =
        switch (ended) {
          case Ended.Well<Outcome>(Outcome value) -> value;
          case Ended.Late<Outcome> _, Ended.Withdrawn<Outcome> _ -> unknown("took too long");
          case Ended.Broken<Outcome>(Throwable why) -> {
            replies.report(call.id(), why);
            yield unknown("broke off inside the server, see its log at " + call.id());
          }
        };
    Outcome audited = audited(call, outcome, start);
    return journaled
        ? replies.ofChange(call, journaled(call, plan, audited, reads), node)
        : replies.of(call, tookBack(call, audited), node);
  }

  /** A call that passed the gate for something else does not reach the database. */
  private static DbResult<DbWrites> databaseFor(Call call, NodeReads node) {
    return call.demand().scope() == Scope.DB_WRITE
        ? node.database().map(Database::writes)
        : new DbResult.Failure<>(
            new DbError(
                DbError.Kind.NOT_PERMITTED,
                "This call did not ask for " + Scope.DB_WRITE.label() + ".",
                "Use a tool that changes the database."));
  }

  private Outcome journaled(Call call, Plan.Ready plan, Outcome outcome, Ports.Reading reads) {
    try {
      journaling.end(call, plan, outcome, reads);
      return tookBack(call, outcome);
    } catch (IOException e) {
      replies.report(call.id(), e);
      return Replies.warned(outcome, "How to take this change back could not be written down");
    }
  }

  private Outcome tookBack(Call call, Outcome outcome) {
    if (call.reverts().isEmpty() || outcome instanceof Outcome.Failure) {
      return outcome;
    }
    try {
      journaling.tookBack(call, call.reverts().get());
      return outcome;
    } catch (IOException e) {
      replies.report(call.id(), e);
      return Replies.warned(outcome, "That the change was taken back could not be written down");
    }
  }

  private static Outcome.Failure unknown(String what) {
    return new Outcome.Failure(
        ErrorCode.OUTCOME_UNKNOWN.name(),
        "The change " + what + "; it may or may not have taken place.",
        "Read the target's state before doing anything else.",
        true);
  }

  private Outcome audited(Call call, Outcome outcome, long start) {
    String code = Trail.OK;
    String detail = "";
    if (outcome instanceof Outcome.Failure failure) {
      GateReply.Failed failed = Replies.failed(failure);
      code = failed.code();
      detail = failed.cause();
    }
    try {
      trail.outcome(call, code, detail, millisSince(start));
      return outcome;
    } catch (IOException e) {
      replies.report(call.id(), e);
      return Replies.warned(
          outcome, "How the change ended could not be written to the audit trail");
    }
  }

  private static long millisSince(long start) {
    return (System.nanoTime() - start) / 1_000_000;
  }
}
