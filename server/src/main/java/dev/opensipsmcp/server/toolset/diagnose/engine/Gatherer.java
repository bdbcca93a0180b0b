package dev.opensipsmcp.server.toolset.diagnose.engine;

import dev.opensipsmcp.server.tool.ReadPorts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Looks at all that a task wants, at once, and waits for each no longer than it may take. */
public final class Gatherer {
  /** How long a look may take. */
  public static final Duration PATIENCE = Duration.ofSeconds(10);

  /** How long a look into a capture or a Homer server may take. */
  public static final Duration FOR_MESSAGES = Duration.ofSeconds(60);

  private final Looking looking;

  /**
   * A gatherer.
   *
   * @param looking how to look
   */
  public Gatherer(Looking looking) {
    this.looking = looking;
  }

  /** {@return what each look came to, in their order; those that nobody misses are left out} */
  public List<Evidence> gather(List<Look> looks, Question question, ReadPorts ports) {
    long start = System.nanoTime();
    List<Waiting> waiting = new ArrayList<>();
    for (int at = 0; at < looks.size(); at++) {
      Look look = looks.get(at);
      Way way = look.way().apply(question);
      if (way instanceof Way.Idle) {
        continue;
      }
      Looking.Place place = new Looking.Place("E" + (at + 1), look, way);
      FutureTask<Evidence> task = new FutureTask<>(() -> looking.at(place, question, ports));
      waiting.add(new Waiting(place, task));
      Thread.ofVirtual().start(task);
    }
    return waiting.stream().map(one -> one.end(start)).toList();
  }

  /** A look under way. */
  private record Waiting(Looking.Place place, FutureTask<Evidence> task) {

    /** One that is late ends by its own time-out; what it tells then is not heard. */
    Evidence end(long start) {
      Duration patience = place.way() instanceof Way.Call ? FOR_MESSAGES : PATIENCE;
      try {
        long left = start + patience.toNanos() - System.nanoTime();
        return task.get(Math.max(0, left), TimeUnit.NANOSECONDS);
      } catch (TimeoutException _) {
        return place.unseen(
            "There was no answer within " + patience.toSeconds() + " s.",
            "Ask for it alone, when the node is less busy.");
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        return place.unseen("The call was withdrawn.", "Call again.");
      } catch (ExecutionException e) {
        return place.unseen(
            "The look broke off: "
                + Optional.ofNullable(e.getCause()).orElse(e).getClass().getSimpleName()
                + ".",
            "Call what it reads alone; if that fails too, report it.");
      }
    }
  }
}
