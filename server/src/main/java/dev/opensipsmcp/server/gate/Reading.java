package dev.opensipsmcp.server.gate;

import dev.opensipsmcp.server.audit.AuditEvent.Kind;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Work;
import java.io.IOException;
import java.time.Duration;

/** The second half of the way for a call that only reads. */
final class Reading {
  private final GateParts parts;
  private final Trail trail;
  private final Runner runner;
  private final Replies replies;

  Reading(GateParts parts, Trail trail, Runner runner, Replies replies) {
    this.parts = parts;
    this.trail = trail;
    this.runner = runner;
    this.replies = replies;
  }

  GateReply run(Call call, Work.Read work, NodeReads node) {
    long start = System.nanoTime();
    Ports.Reading ports = new Ports.Reading(call.invocation(), node);
    Duration limit = runner.limit(work, call.arguments());
    Ended<Outcome> ended = runner.read(ports, limit, () -> work.run(call.arguments(), ports));
    Outcome outcome =
        switch (ended) {
          case Ended.Well<Outcome>(Outcome value) -> value;
          case Ended.Late<Outcome> _ -> replies.late();
          case Ended.Withdrawn<Outcome> _ -> replies.withdrawn();
          case Ended.Broken<Outcome>(Throwable why) -> replies.broken(call, why);
        };
    return replies.of(call, audited(call, outcome, start), node);
  }

  /** A read whose line can't be written still answers: it changed nothing. */
  private Outcome audited(Call call, Outcome outcome, long start) {
    String code = outcome instanceof Outcome.Failure failure ? failure.code() : Trail.OK;
    String detail = outcome instanceof Outcome.Failure failure ? failure.cause() : "";
    try {
      trail.noted(Kind.READ, call, code, detail, (System.nanoTime() - start) / 1_000_000);
      return outcome;
    } catch (IOException e) {
      parts.incidents().report(call.id(), "The audit trail can't be written: " + e.getMessage());
      return Replies.warned(outcome, "This read could not be written to the audit trail");
    }
  }
}
