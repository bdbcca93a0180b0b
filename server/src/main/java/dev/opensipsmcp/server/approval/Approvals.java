package dev.opensipsmcp.server.approval;

import com.google.gson.JsonObject;
import dev.opensipsmcp.server.approval.Approval.State;
import dev.opensipsmcp.server.audit.AuditEvent;
import dev.opensipsmcp.server.audit.AuditLog;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The approvals of one state directory, shared by the server and the command line. Every change of
 * an approval is in the audit trail before it counts.
 *
 * <p>Safe for many threads and processes: each step happens under the directory's lock.
 */
public final class Approvals {
  private final ApprovalFiles files;
  private final AuditLog audit;
  private final Clock clock;
  private final Duration lifetime;
  private final int pendingAtMost;

  /**
   * Makes the set. Nothing is touched before the first use.
   *
   * @param directory where the approvals lie, one file each
   * @param lifetime how long a question waits for its answer, and an answer for its use
   * @param pendingAtMost how many questions of one caller may wait
   * @param audit records questions and answers
   * @param clock tells when they lapse
   */
  public Approvals(
      Path directory, Duration lifetime, int pendingAtMost, AuditLog audit, Clock clock) {
    this.files = new ApprovalFiles(directory);
    this.lifetime = lifetime;
    this.pendingAtMost = pendingAtMost;
    this.audit = audit;
    this.clock = clock;
  }

  /** {@return the question or answer that this call already has, if any} */
  public Optional<Approval> find(String binding) throws IOException {
    return files.locked(() -> current(binding));
  }

  /**
   * Tells how a call stands, asks where nobody was asked yet, and uses the approval up where there
   * is one.
   *
   * @param call the call as it is planned now
   * @throws IOException when approvals or audit trail can't be read or written: treat it as a no
   */
  public Standing stand(Approval.Call call) throws IOException {
    return files.locked(() -> {
      Optional<Approval> found = current(call.binding());
      if (found.isEmpty()) {
        return ask(call);
      }
      Approval approval = found.get();
      boolean same = approval.call().target().equals(call.target());
      return switch (approval.state()) {
        case DECLINED -> new Standing.Declined(approval);
        case APPROVED -> {
          files.remove(approval.id());
          yield same ? new Standing.Granted(approval) : new Standing.Changed(approval);
        }
        case PENDING -> {
          if (same) {
            yield new Standing.Waiting(approval);
          }
          files.remove(approval.id());
          yield ask(call);
        }
      };
    });
  }

  /** {@return the questions that wait for an answer, oldest first} */
  public List<Approval> pending() throws IOException {
    return files.locked(
        () -> live().stream().filter(approval -> approval.state() == State.PENDING).toList());
  }

  /** {@return an approval that has neither been used nor expired} */
  public Optional<Approval> show(String id) throws IOException {
    return files.locked(() -> find(live(), id));
  }

  /**
   * Approves a call once.
   *
   * @param id the approval
   * @param by who approves
   * @throws IOException when the answer could not be recorded; it does not count
   */
  public Answer approve(String id, String by) throws IOException {
    return answer(id, State.APPROVED, by);
  }

  /**
   * Declines a call. The same call is declined until the answer lapses, and nobody is asked again.
   *
   * @param id the approval
   * @param by who declines
   * @throws IOException when the answer could not be recorded; it does not count
   */
  public Answer decline(String id, String by) throws IOException {
    return answer(id, State.DECLINED, by);
  }

  private Answer answer(String id, State answer, String by) throws IOException {
    return files.locked(() -> {
      Optional<Approval> found = find(live(), id);
      if (found.isEmpty()) {
        return new Answer.Unknown();
      }
      if (found.get().state() != State.PENDING) {
        return new Answer.AlreadyAnswered(found.get());
      }
      Approval answered = found.get().answered(answer, by, clock.instant().plus(lifetime));
      record(answered, answer.name());
      files.write(answered);
      return new Answer.Taken(answered);
    });
  }

  private Standing ask(Approval.Call call) throws IOException {
    int waiting = 0;
    for (Approval approval : live()) {
      boolean own = approval.call().subject().equals(call.subject());
      waiting += own && approval.state() == State.PENDING ? 1 : 0;
    }
    if (waiting >= pendingAtMost) {
      return new Standing.TooMany(waiting);
    }
    Instant now = clock.instant();
    Approval approval =
        new Approval(ApprovalIds.next(), State.PENDING, now, now.plus(lifetime), "", call);
    record(approval, "ASKED");
    files.write(approval);
    return new Standing.Waiting(approval);
  }

  private Optional<Approval> current(String binding) throws IOException {
    for (Approval approval : live()) {
      if (approval.call().binding().equals(binding)) {
        return Optional.of(approval);
      }
    }
    return Optional.empty();
  }

  private static Optional<Approval> find(List<Approval> approvals, String id) {
    String plain = ApprovalIds.plain(id);
    for (Approval approval : approvals) {
      if (approval.id().equals(plain)) {
        return Optional.of(approval);
      }
    }
    return Optional.empty();
  }

  private List<Approval> live() throws IOException {
    return files.live(clock.instant());
  }

  private void record(Approval approval, String outcome) throws IOException {
    JsonObject fields = new JsonObject();
    fields.addProperty("subject", approval.call().subject());
    fields.addProperty("role", approval.call().role());
    fields.addProperty("tool", approval.call().tool());
    if (!approval.call().instance().isEmpty()) {
      fields.addProperty("instance", approval.call().instance());
    }
    fields.addProperty("risk", approval.call().risk().label());
    JsonObject about = new JsonObject();
    about.addProperty("id", approval.id());
    if (!approval.by().isEmpty()) {
      about.addProperty("by", approval.by());
    }
    fields.add("approval", about);
    fields.addProperty("outcome", outcome);
    audit.writeDurably(new AuditEvent(AuditEvent.Kind.APPROVAL, approval.id(), fields));
  }
}
