package dev.opensipsmcp.server.gate;

import java.util.HashMap;
import java.util.Map;

/** A client with, or without, a person in front of it. */
final class FakeChannel implements Channel {
  final Map<String, Answer> answers = new HashMap<>();

  /** What happens on the caller's side when the work tells how far it is. */
  Runnable whenProgress = () -> {};

  private final boolean person;
  private volatile boolean withdrawn;

  FakeChannel(boolean person) {
    this.person = person;
  }

  @Override
  public boolean canAsk() {
    return person;
  }

  @Override
  public Answer answerTo(String approvalId) {
    return answers.getOrDefault(approvalId, Answer.NOT_ASKED);
  }

  @Override
  public void progress(double done, double total, String message) {
    whenProgress.run();
  }

  void withdraw() {
    withdrawn = true;
  }

  @Override
  public boolean cancelled() {
    return withdrawn;
  }
}
