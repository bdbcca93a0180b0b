package dev.opensipsmcp.server.toolset.provision;

import dev.opensipsmcp.server.toolset.reload.RowProof;
import java.util.Optional;

/** How a stored row becomes active on a node. */
public sealed interface Activation {
  /**
   * The node reads the table at each request, so that the row is active once it is stored.
   *
   * @param how what reads it, one sentence
   */
  record AtOnce(String how) implements Activation {}

  /**
   * A reload makes it active.
   *
   * @param proof shows whether the row is loaded; empty where no MI command lists such rows
   */
  record ByReload(Optional<RowProof> proof) implements Activation {}

  /**
   * Only a start of the node, or something else that this server does not do, reads the table.
   *
   * @param how what reads it, one sentence
   */
  record Otherwise(String how) implements Activation {}
}
