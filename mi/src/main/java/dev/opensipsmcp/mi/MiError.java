package dev.opensipsmcp.mi;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Why a call to a node did not succeed. Each kind tells what the caller can do next. */
public sealed interface MiError {

  /** {@return a stable code for programs, upper snake case} */
  String code();

  /** {@return the cause in one sentence} */
  String cause();

  /** {@return the next step in one sentence} */
  String nextStep();

  /**
   * The request can't have reached the node: refused, no route, no such host, TLS failed, no
   * socket.
   *
   * @param cause what failed and where
   * @param nextStep what to check
   */
  record Unreachable(String cause, String nextStep) implements MiError {
    @Override
    public String code() {
      return "MI_UNREACHABLE";
    }
  }

  /**
   * The request was sent and no whole answer came: for a write, nobody knows whether it ran.
   *
   * @param command the command on the wire
   * @param waited how long
   * @param mayHaveRun true for a write
   * @param cause what was seen: silence, a reset, a truncated body
   * @param nextStep the read that finds out, or how to ask again
   */
  record OutcomeUnknown(
      String command, Duration waited, boolean mayHaveRun, String cause, String nextStep)
      implements MiError {
    @Override
    public String code() {
      return mayHaveRun ? "MI_OUTCOME_UNKNOWN" : "MI_NO_ANSWER";
    }
  }

  /**
   * The node, or its version, has no such command, or several.
   *
   * @param command the name that was asked for
   * @param nearest names that exist and look or mean alike
   * @param module the module that would provide it, when some version has it
   * @param cause what was found
   * @param nextStep what to do
   */
  record NoSuchCommand(
      String command, List<String> nearest, Optional<String> module, String cause, String nextStep)
      implements MiError {
    @Override
    public String code() {
      return "MI_NO_SUCH_COMMAND";
    }
  }

  /**
   * The parameters match no recipe; nothing was sent, or the node refused them.
   *
   * @param command the command
   * @param accepted the accepted forms, for example {@code dialog_id} or {@code dialog_id,
   *     extra_hdrs}
   * @param cause what does not fit
   * @param nextStep what to do
   */
  record WrongArguments(String command, List<String> accepted, String cause, String nextStep)
      implements MiError {
    @Override
    public String code() {
      return "MI_WRONG_ARGUMENTS";
    }
  }

  /**
   * The node understood the command and answered with an error of its own.
   *
   * @param command the command
   * @param status OpenSIPS's own code, often like a SIP status
   * @param message OpenSIPS's own words
   * @param cause both, with the code's meaning
   * @param nextStep what to do
   */
  record Refused(String command, int status, String message, String cause, String nextStep)
      implements MiError {
    @Override
    public String code() {
      return "MI_REFUSED";
    }
  }

  /**
   * The request is larger than this node's channel takes; nothing was sent.
   *
   * @param bytes the request's size
   * @param limit the channel's limit, in bytes
   * @param cause both, in a sentence
   * @param nextStep which channel takes it
   */
  record TooLarge(int bytes, int limit, String cause, String nextStep) implements MiError {
    @Override
    public String code() {
      return "MI_REQUEST_TOO_LARGE";
    }
  }

  /**
   * What answered is not MI: HTML, another service, an HTTP status, no JSON.
   *
   * @param cause what came, cut to a line
   * @param nextStep what to check
   */
  record NotMi(String cause, String nextStep) implements MiError {
    @Override
    public String code() {
      return "MI_NOT_MI";
    }
  }

  /**
   * Too many calls wait for this node already, or the client was closed; nothing was sent.
   *
   * @param cause how many wait
   * @param nextStep when to ask again
   */
  record Busy(String cause, String nextStep) implements MiError {
    @Override
    public String code() {
      return "MI_BUSY";
    }
  }

  /**
   * The node failed several calls in a row and is left alone for a moment; nothing was sent.
   *
   * @param cause what failed, and for how long
   * @param nextStep when it is tried again
   */
  record Resting(String cause, String nextStep) implements MiError {
    @Override
    public String code() {
      return "MI_NODE_RESTING";
    }
  }
}
