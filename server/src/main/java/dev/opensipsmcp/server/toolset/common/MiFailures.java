package dev.opensipsmcp.server.toolset.common;

import dev.opensipsmcp.mi.MiError;

/** Tells kinds of a node's failures apart. */
public final class MiFailures {

  private MiFailures() {}

  /** {@return whether the node answered, itself, that what was asked for does not exist} */
  public static boolean notFound(MiError error) {
    return error instanceof MiError.Refused refused && refused.status() == 404;
  }
}
