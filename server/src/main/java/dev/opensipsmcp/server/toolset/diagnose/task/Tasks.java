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
          Migration.TASK,
          OneWayAudio.TASK,
          MemoryFills.TASK,
          Overload.TASK,
          UserUnreachable.TASK,
          DestinationProbing.TASK,
          RoutePreview.TASK,
          ShowCall.TASK,
          Attack.TASK,
          Fraud.TASK,
          RouteChange.TASK,
          ClusterDiffers.TASK,
          TlsTrouble.TASK,
          CdrWrong.TASK,
          StaleDialogs.TASK,
          ConfigAudit.TASK,
          BuildConfig.TASK,
          Storm.TASK,
          CallerIdentity.TASK,
          Crash.TASK,
          LoadTest.TASK,
          Drain.TASK);

  private Tasks() {}

  /** {@return the task of that id} */
  public static Optional<Task> named(String id) {
    return ALL.stream().filter(task -> task.id().equals(id)).findFirst();
  }
}
