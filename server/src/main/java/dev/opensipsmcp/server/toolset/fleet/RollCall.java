package dev.opensipsmcp.server.toolset.fleet;

import dev.opensipsmcp.mi.MiError;
import dev.opensipsmcp.server.instance.FleetNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks all nodes at once what they are, and waits for all of them together no longer than its
 * patience.
 *
 * @param patience how long
 */
record RollCall(Duration patience) {

  /** {@return what each node told, in their order} */
  List<Seen> of(List<FleetNode> nodes) {
    long end = System.nanoTime() + patience.toNanos();
    List<FutureTask<Seen>> tasks = new ArrayList<>();
    for (FleetNode node : nodes) {
      FutureTask<Seen> task = new FutureTask<>(() -> Seen.of(node));
      tasks.add(task);
      Thread.ofVirtual().start(task);
    }
    List<Seen> all = new ArrayList<>();
    for (int i = 0; i < nodes.size(); i++) {
      all.add(await(nodes.get(i), tasks.get(i), end));
    }
    return all;
  }

  /**
   * A node that is late is not interrupted: its question ends with the node's own time-out, and so
   * counts as a failure where it is one.
   */
  private Seen await(FleetNode node, FutureTask<Seen> task, long end) {
    try {
      return task.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      return late(node);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return late(node);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  private Seen late(FleetNode node) {
    return Seen.failed(
        node,
        new MiError.OutcomeUnknown(
            "uptime",
            patience,
            false,
            node.name() + " did not answer within " + patience.toSeconds() + " s",
            "Ask again; if it stays so, look at the node's log and load."),
        patience.toMillis());
  }
}
