package dev.opensipsmcp.lab.internal.homer;

import dev.opensipsmcp.lab.internal.wire.HttpRequest;

/** Answers as Homer 11 does. */
public final class V4Desk implements Desk {
  private final Warehouse warehouse;

  /** Answers from what is kept. */
  public V4Desk(Warehouse warehouse) {
    this.warehouse = warehouse;
  }

  @Override
  public Answer answer(HttpRequest request) {
    return Answer.bad(404, warehouse.settings().generation() + "");
  }
}
