package dev.opensipsmcp.server.toolset.diagnose.task;

import dev.opensipsmcp.server.toolset.diagnose.engine.Task;
import java.util.List;
import java.util.Optional;

/** The operators' tasks, those most asked for first. */
public final class Tasks {
  /** All that symptoms are matched to. */
  public static final List<Task> ALL =
      List.of(
          CallsDrop.TASK,
          GatewayFails.TASK,
          NoStart.TASK,
          OneWayAudio.TASK,
          MemoryFills.TASK,
          Overload.TASK);

  private Tasks() {}

  /** {@return the task of that id} */
  public static Optional<Task> named(String id) {
    return ALL.stream().filter(task -> task.id().equals(id)).findFirst();
  }
}
