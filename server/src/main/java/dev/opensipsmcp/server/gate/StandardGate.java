package dev.opensipsmcp.server.gate;

import dev.opensipsmcp.server.audit.AuditEvent.Kind;
import dev.opensipsmcp.server.policy.Verdict;
import dev.opensipsmcp.server.ratelimit.RateLimiter;
import dev.opensipsmcp.server.redact.Redactor;
import dev.opensipsmcp.server.tool.Demand;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.validation.Weight;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The gate. Every step either lets a call on to the next or ends it with a reply; no step can be
 * left out, because each needs what the one before hands on. Safe for many threads.
 */
public final class StandardGate implements Gate {
  private final GateParts parts;
  private final RateLimiter limiter;
  private final Admission admission;
  private final Trail trail;
  private final Runner runner;
  private final Replies replies;
  private final Reading reading;
  private final Changing changing;
  private final FanOut fanOut;

  /**
   * Makes a gate.
   *
   * @param parts what it is made of
   */
  public StandardGate(GateParts parts) {
    this.parts = parts;
    this.limiter = new RateLimiter(parts.settings().calls(), System::nanoTime);
    this.admission = new Admission(parts.catalogue(), parts.instances());
    this.trail = new Trail(parts.audit(), parts.redactor());
    this.runner = new Runner(parts.settings().deadline());
    this.replies = new Replies(parts);
    this.reading = new Reading(parts, trail, runner, replies);
    this.changing = new Changing(parts, trail, runner, replies);
    this.fanOut = new FanOut(parts, replies, this::readOn);
  }

  @Override
  public GateReply pass(Invocation invocation) {
    String id = CallIds.next();
    try {
      return redacted(take(id, invocation));
    } catch (IOException e) {
      replies.report(id, e);
      return Refusals.noTrail();
    } catch (RuntimeException e) {
      replies.report(id, e);
      return ErrorCode.INTERNAL_ERROR.failed(
          "The server failed at this call; its number is " + id + ".",
          "Read the target's state if the call was to change it, and tell whoever runs this"
              + " server.");
    }
  }

  /** Floods are turned away before they reach the trail, which they would fill. */
  private GateReply take(String id, Invocation invocation) throws IOException {
    Duration wait = limiter.take(invocation.rights().subject());
    if (wait.isPositive()) {
      return Refusals.tooManyCalls(wait);
    }
    long most = parts.settings().argumentChars();
    if (Weight.exceeds(invocation.arguments(), most)) {
      return Refusals.tooLarge(most);
    }
    return switch (admission.admit(id, invocation)) {
      case Step.Stop<Call>(GateReply reply) -> {
        switch (reply) {
          case GateReply.Failed failed ->
              trail.refused(id, invocation, failed.code(), failed.cause());
          case GateReply.NoSuchTool _ ->
              trail.refused(id, invocation, ErrorCode.UNKNOWN_TOOL.name(), "");
          case GateReply.Done _, GateReply.AskPerson _ -> {}
        }
        yield reply;
      }
      case Step.Go<Call>(Call call) -> work(call);
    };
  }

  private GateReply work(Call call) throws IOException {
    if (!call.fan().isEmpty()) {
      Optional<GateReply.Failed> tooMany = fanOut.tooMany(call.fan().size());
      return tooMany.isPresent() ? denied(call, tooMany.get()) : fanOut.run(call);
    }
    Optional<GateReply.Failed> barred = Caps.barred(call);
    if (barred.isPresent()) {
      return denied(call, barred.get());
    }
    NodeReads node = new NodeReads(call.instance(), parts.classification());
    return switch (call.tool().work()) {
      case Work.Read read -> on(call, read, node);
      case Work.Change change -> on(call, change, node);
      case Work.PerCall perCall -> chosen(call, perCall, node);
      case Work.Proxy _ -> throw new IllegalStateException("A proxy was admitted as work");
    };
  }

  private GateReply chosen(Call call, Work.PerCall perCall, NodeReads node) throws IOException {
    Ports.Reading ports = new Ports.Reading(call.invocation(), node);
    Ended<Work.Choice> ended = runner.read(ports, () -> perCall.choose(call.arguments(), ports));
    return switch (ended) {
      case Ended.Well<Work.Choice>(Work.Choice.Chosen(Demand demand, Work work)) ->
          admitted(call.asking(demand), work, node);
      case Ended.Well<Work.Choice>(Work.Choice.Refused(Outcome.Failure failure)) ->
          refused(call, failure);
      case Ended.Late<Work.Choice> _ -> refused(call, replies.late());
      case Ended.Withdrawn<Work.Choice> _ -> refused(call, replies.withdrawn());
      case Ended.Broken<Work.Choice>(Throwable why) -> refused(call, replies.broken(call, why));
    };
  }

  private GateReply admitted(Call call, Work work, NodeReads node) throws IOException {
    Optional<GateReply.Failed> barred = Caps.barred(call);
    if (barred.isPresent()) {
      return denied(call, barred.get());
    }
    return switch (work) {
      case Work.Read read -> on(call, read, node);
      case Work.Change change -> on(call, change, node);
      case Work.PerCall _, Work.Proxy _ ->
          throw new IllegalStateException(call.tool().name() + " chose no work");
    };
  }

  /** The way of a read on one of several nodes, whose reply is one part of the whole. */
  private GateReply readOn(Call call, Replies share) throws IOException {
    Optional<GateReply.Failed> barred = Caps.barred(call);
    if (barred.isPresent()) {
      return denied(call, barred.get());
    }
    NodeReads node = new NodeReads(call.instance(), parts.classification());
    return on(call, (Work.Read) call.tool().work(), node, new Reading(parts, trail, runner, share));
  }

  private GateReply on(Call call, Work.Read read, NodeReads node) throws IOException {
    return on(call, read, node, reading);
  }

  private GateReply on(Call call, Work.Read read, NodeReads node, Reading how) throws IOException {
    if (call.demand().risk() != Risk.READ) {
      throw new IllegalStateException(call.tool().name() + " reads, but is not of tier read");
    }
    Verdict verdict = verdict(call);
    return verdict == Verdict.ALLOW
        ? how.run(call, read, node)
        : denied(call, Refusals.denied(call, verdict));
  }

  private GateReply on(Call call, Work.Change change, NodeReads node) throws IOException {
    if (call.demand().risk() == Risk.READ) {
      throw new IllegalStateException(call.tool().name() + " changes, but is of tier read");
    }
    Verdict verdict = verdict(call);
    return verdict == Verdict.DENY
        ? denied(call, Refusals.denied(call, verdict))
        : changing.run(call, verdict, change, node);
  }

  private Verdict verdict(Call call) {
    Tool tool = call.tool();
    return parts.policy().verdict(call.role(), call.demand().risk(), tool.toolset(), tool.name());
  }

  private GateReply denied(Call call, GateReply.Failed failed) throws IOException {
    trail.noted(Kind.DENIED, call, failed.code(), failed.cause(), 0);
    return failed;
  }

  private GateReply refused(Call call, Outcome.Failure failure) throws IOException {
    return denied(call, Replies.failed(failure));
  }

  /** Data and plans were redacted before they were fitted; names and sentences are left. */
  private GateReply redacted(GateReply reply) {
    Redactor redactor = parts.redactor();
    return switch (reply) {
      case GateReply.Done done -> done;
      case GateReply.Failed(String code, String cause, String nextStep) ->
          new GateReply.Failed(
              code, shortened(redactor.redact(cause)), shortened(redactor.redact(nextStep)));
      case GateReply.AskPerson(String approvalId, String question, var plan) ->
          new GateReply.AskPerson(approvalId, redactor.redact(question), plan);
      case GateReply.NoSuchTool(String tool, List<String> nearest) ->
          new GateReply.NoSuchTool(shortened(redactor.redact(tool)), new ArrayList<>(nearest));
    };
  }

  private static String shortened(String text) {
    return text.length() <= 2_000 ? text : text.substring(0, 2_000) + "…";
  }
}
