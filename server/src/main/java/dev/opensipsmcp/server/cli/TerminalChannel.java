package dev.opensipsmcp.server.cli;

import dev.opensipsmcp.server.gate.Channel;
import dev.opensipsmcp.server.gate.GateReply;
import java.io.Console;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The way back to a person at a terminal. */
final class TerminalChannel implements Channel {
  private final Optional<Console> console;
  private final Map<String, Answer> answers = new HashMap<>();

  /**
   * Makes a channel.
   *
   * @param console the terminal, or nothing when input or output is no terminal
   */
  TerminalChannel(Optional<Console> console) {
    this.console = console;
  }

  /** Asks the person and keeps the answer for the next round. */
  void ask(GateReply.AskPerson question) {
    String typed =
        console
            .map(terminal -> terminal.readLine("%s%n%nApprove? Type yes: ", question.question()))
            .orElse("");
    boolean yes = typed.strip().toLowerCase(Locale.ROOT).equals("yes");
    answers.put(question.approvalId(), yes ? Answer.APPROVED : Answer.DECLINED);
  }

  @Override
  public boolean canAsk() {
    return console.isPresent();
  }

  @Override
  public Answer answerTo(String approvalId) {
    return answers.getOrDefault(approvalId, Answer.NOT_ASKED);
  }

  @Override
  public void progress(double done, double total, String message) {
    // A command line's caller waits for the result; nothing is drawn in between.
  }

  @Override
  public boolean cancelled() {
    return false;
  }
}
