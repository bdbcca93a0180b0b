package dev.opensipsmcp.server.gate;

import com.google.gson.JsonObject;
import dev.opensipsmcp.server.tool.Attachment;
import java.util.List;
import java.util.Optional;

/** What the gate hands back to whichever route the call came by. */
public sealed interface GateReply {

  /**
   * The tool ran, or a plan was made.
   *
   * @param envelope {@code data}, {@code truncated}, {@code next_cursor}, {@code warnings}, {@code
   *     source}; redacted, within the budget
   * @param attachment bytes that the result links to
   */
  record Done(JsonObject envelope, Optional<Attachment> attachment) implements GateReply {
    /** A result that is all in its envelope. */
    public Done(JsonObject envelope) {
      this(envelope, Optional.empty());
    }
  }

  /**
   * The tool did not run or did not succeed.
   *
   * @param code stable, upper snake case
   * @param cause one sentence
   * @param nextStep one sentence
   */
  record Failed(String code, String cause, String nextStep) implements GateReply {}

  /**
   * A person must be asked over the channel; then the same call comes again.
   *
   * @param approvalId what the answer must refer to
   * @param question one sentence for the person
   * @param plan what would be done, redacted
   */
  record AskPerson(String approvalId, String question, JsonObject plan) implements GateReply {}

  /**
   * No such tool for this caller.
   *
   * @param tool the name as given
   * @param nearest names that exist and look alike
   */
  record NoSuchTool(String tool, List<String> nearest) implements GateReply {}
}
