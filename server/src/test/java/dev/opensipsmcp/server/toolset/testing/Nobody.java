package dev.opensipsmcp.server.toolset.testing;

import dev.opensipsmcp.server.gate.Channel;

/** No person is there to be asked, and no call is withdrawn. */
public record Nobody() implements Channel {
  @Override
  public boolean canAsk() {
    return false;
  }

  @Override
  public Answer answerTo(String approvalId) {
    return Answer.NOT_ASKED;
  }

  @Override
  public void progress(double done, double total, String message) {}

  @Override
  public boolean cancelled() {
    return false;
  }
}
