package dev.opensipsmcp.cfg.internal.flow;

/** How much work may be done, so that routes that call each other over and over end in time. */
final class Budget {
  private long left;
  private boolean complete = true;

  Budget(int statements) {
    left = 10_000 + 30L * statements;
  }

  void spend() {
    left--;
  }

  boolean spent() {
    if (left <= 0) {
      complete = false;
    }
    return left <= 0;
  }

  void giveUp() {
    complete = false;
  }

  boolean complete() {
    return complete;
  }
}
