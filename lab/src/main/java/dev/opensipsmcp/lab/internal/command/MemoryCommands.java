package dev.opensipsmcp.lab.internal.command;

import dev.opensipsmcp.lab.Deed;
import dev.opensipsmcp.lab.internal.rpc.Arguments;
import dev.opensipsmcp.lab.internal.rpc.Command;
import dev.opensipsmcp.lab.internal.rpc.Outcome;
import dev.opensipsmcp.lab.internal.state.NodeState;
import dev.opensipsmcp.lab.internal.state.Processes;
import java.util.List;
import java.util.Optional;

/** Writes what is in memory to the log, as the core does when told to. */
final class MemoryCommands {
  private static final int FIRST_LEVEL = -3;

  private final NodeState state;

  MemoryCommands(NodeState state) {
    this.state = state;
  }

  List<Command> all() {
    return List.of(
        Command.of("mem_pkg_dump", "mem:pkg_dump", this::process),
        Command.of("mem_shm_dump", "mem:shm_dump", some -> dump(some, "shared", "shmem:used_size")),
        Command.of(
            "mem_rpm_dump",
            "mem:rpm_dump",
            some -> dump(some, "persistent", "rpmem:rpm_used_size")));
  }

  private Outcome process(Arguments arguments) {
    Optional<Processes.Worker> process =
        state.processes().all().stream()
            .filter(one -> one.pid() == arguments.number("pid"))
            .findFirst();
    return process
        .map(one ->
            dump(
                arguments,
                "process " + one.pid() + " (" + one.type() + ")",
                "pkmem:" + one.id() + "-used_size"))
        .orElseGet(() -> Outcome.refuse(404, "Process not found"));
  }

  private Outcome dump(Arguments arguments, String memory, String statistic) {
    int used =
        state.statistics().all().stream()
            .filter(one -> one.key().equals(statistic))
            .mapToInt(state.statistics()::value)
            .sum();
    int level = arguments.has("log_level") ? arguments.number("log_level") : FIRST_LEVEL;
    state
        .deeds()
        .note(
            Deed.Kind.LOG_WRITTEN,
            memory,
            "level " + level + ": memory status of " + memory + ", used " + used);
    return Outcome.ok();
  }
}
