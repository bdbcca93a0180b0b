package dev.opensipsmcp.lab.internal.homer;

import dev.opensipsmcp.lab.internal.wire.HttpRequest;

/** Answers requests. */
@FunctionalInterface
public interface Desk {
  /** {@return what comes of a request} */
  Answer answer(HttpRequest request);
}
