package dev.opensipsmcp.server.gate;

import com.google.gson.JsonObject;
import dev.opensipsmcp.mi.MiError;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.server.journal.ChangeRecord;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Plan;
import dev.opensipsmcp.server.tool.Restore;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.Work;
import java.io.IOException;
import java.util.Optional;

/** Writes down changes that can be taken back, and lets none be once its target has moved on. */
final class Journaling {
  private final GateParts parts;
  private final Runner runner;

  Journaling(GateParts parts, Runner runner) {
    this.parts = parts;
    this.runner = runner;
  }

  /** {@return why the change that a call takes back can't be taken back any more, if so} */
  Optional<Outcome.Failure> moved(Call call, Work.Reversal reversal, Ports.Reading ports) {
    Arguments made = new Arguments(reversal.made().arguments());
    Optional<Tool> tool = parts.catalogue().find(reversal.made().tool());
    Ended<Optional<Outcome.Failure>> ended =
        runner.read(
            ports,
            () -> {
              Optional<Work.Reversible> work =
                  tool.flatMap(found -> reversible(found.work(), made, ports));
              return work.isPresent()
                  ? moved(reversal, work.get().state(made, ports))
                  : Optional.of(unreadable(reversal, "no tool reads its target any more"));
            });
    return switch (ended) {
      case Ended.Well<Optional<Outcome.Failure>>(var failure) -> failure;
      case Ended.Late<Optional<Outcome.Failure>> _ ->
          Optional.of(unreadable(reversal, "its target could not be read in time"));
      case Ended.Withdrawn<Optional<Outcome.Failure>> _ ->
          Optional.of(unreadable(reversal, "the call was withdrawn"));
      case Ended.Broken<Optional<Outcome.Failure>>(Throwable why) ->
          throw new IllegalStateException("state of " + call.tool().name(), why);
    };
  }

  private static Optional<Outcome.Failure> moved(
      Work.Reversal reversal, MiResult<JsonObject> state) {
    return switch (state) {
      case MiResult.Failure<JsonObject>(MiError error) -> Optional.of(Outcome.Failure.of(error));
      case MiResult.Success<JsonObject>(JsonObject now) when now.equals(reversal.after()) ->
          Optional.empty();
      case MiResult.Success<JsonObject>(JsonObject now) ->
          Optional.of(
              new Outcome.Failure(
                  ErrorCode.TARGET_MOVED.name(),
                  "The target is no longer as change "
                      + reversal.change()
                      + " left it: it was "
                      + reversal.after()
                      + ", it is "
                      + now
                      + ".",
                  "Look who moved it with change_list; set what you want with "
                      + reversal.made().tool()
                      + "."));
    };
  }

  private static Outcome.Failure unreadable(Work.Reversal reversal, String why) {
    return new Outcome.Failure(
        ErrorCode.TARGET_MOVED.name(),
        "Whether change " + reversal.change() + " still stands is unknown: " + why + ".",
        "Read the target, and set what you want with " + reversal.made().tool() + ".");
  }

  private static Optional<Work.Reversible> reversible(
      Work work, Arguments made, Ports.Reading ports) {
    return switch (work) {
      case Work.Reversible reversible -> Optional.of(reversible);
      case Work.PerCall perCall
          when perCall.choose(made, ports)
              instanceof Work.Choice.Chosen(_, Work.Reversible reversible) ->
          Optional.of(reversible);
      case Work.PerCall _, Work.Change _, Work.Read _, Work.Proxy _ -> Optional.empty();
    };
  }

  /**
   * Writes a change down before it runs.
   *
   * @return whether it can be taken back: one whose state or calls hold a secret is not written
   * @throws IOException when it can't be written
   */
  boolean begin(Call call, Plan.Ready plan) throws IOException {
    Optional<Restore> restore = plan.restore().filter(this::harmless);
    if (restore.isEmpty()) {
      return false;
    }
    parts
        .journal()
        .begin(
            new ChangeRecord(
                call.id(),
                parts.clock().instant(),
                call.instanceName(),
                call.subject(),
                call.role().label(),
                parts.redactor().redact(plan.summary()),
                restore.get(),
                ChangeRecord.Status.BEGUN,
                Optional.empty(),
                call.reverts().map(Work.Reversal::change),
                Optional.empty()));
    return true;
  }

  private boolean harmless(Restore restore) {
    return clean(restore.before())
        && clean(restore.made().arguments())
        && clean(restore.inverse().arguments());
  }

  private boolean clean(JsonObject json) {
    return parts.redactor().redact(json).equals(json);
  }

  /** Writes down that a change did not run after all; when that fails, it stands as begun. */
  void abandon(Call call) {
    try {
      parts.journal().failed(call.id());
    } catch (IOException e) {
      parts.incidents().report(call.id(), "The journal can't be written: " + e.getMessage());
    }
  }

  /**
   * Writes down how a change ended.
   *
   * @throws IOException when it can't be written
   */
  void end(Call call, Plan.Ready plan, Outcome outcome, Ports.Reading ports) throws IOException {
    switch (outcome) {
      case Outcome.Failure failure when failure.mayHaveRun() -> parts.journal().unknown(call.id());
      case Outcome.Failure _ -> parts.journal().failed(call.id());
      case Outcome.Value _, Outcome.Rows _ -> {
        Optional<JsonObject> after = plan.restore().flatMap(made -> after(made, ports));
        parts.journal().done(call.id(), after);
      }
    }
  }

  /** Writes down that a change took another one back. */
  void tookBack(Call call, Work.Reversal reversal) throws IOException {
    parts.journal().reverted(reversal.change(), call.id());
  }

  private Optional<JsonObject> after(Restore restore, Ports.Reading ports) {
    Arguments made = new Arguments(restore.made().arguments());
    Optional<Work.Reversible> work =
        parts
            .catalogue()
            .find(restore.made().tool())
            .flatMap(tool -> reversible(tool.work(), made, ports));
    // As a part of the change: a caller who leaves now must not cost the way back.
    return work.isPresent()
            && runner.change(() -> work.get().state(made, ports))
                instanceof Ended.Well<MiResult<JsonObject>>(MiResult.Success<JsonObject>(var now))
            && clean(now)
        ? Optional.of(now)
        : Optional.empty();
  }
}
