package dev.opensipsmcp.server.toolset.node;

import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.lever.ChangeDraft;
import dev.opensipsmcp.server.toolset.lever.Lever;

/** Has a node write its memory's blocks to its own log, for a developer to read. */
final class MemoryDumps {
  private MemoryDumps() {}

  static Tool shared() {
    return draft("mem_dump_shared", "Shared memory to the log")
        .what("Dump the status of the shared memory into the node's log.")
        .useWhen("Use when a developer asks for the blocks of shared memory, to find a leak.")
        .sends("mem_shm_dump", "core")
        .optional("log_level", LEVEL)
        .summary("Write the shared memory's blocks to the node's log.")
        .examples(
            "Dump shared memory to the log",
            "A developer wants the shm dump of this node",
            "Log the blocks of shared memory for leak hunting")
        .aliases("mem_shm_dump")
        .tool();
  }

  static Tool persistent() {
    return draft("mem_dump_persistent", "Restart-persistent memory to the log")
        .what("Dump the status of the restart-persistent memory into the node's log.")
        .useWhen("Use when a developer asks for the memory that caches keep across restarts.")
        .sends("mem_rpm_dump", "core")
        .optional("log_level", LEVEL)
        .summary("Write the restart-persistent memory's blocks to the node's log.")
        .examples(
            "Dump the rpm memory to the log",
            "Log the blocks of restart-persistent memory",
            "A developer wants the rpm dump")
        .aliases("mem_rpm_dump")
        .tool();
  }

  static Tool process() {
    return draft("mem_dump_process", "Private memory to the log")
        .what("Dump the status of one process's private memory into the node's log.")
        .useWhen("Use when a developer asks for the private memory of one process.")
        .sends("mem_pkg_dump", "core")
        .required("pid", Schema.integer("Process ID, from get_process_list").atLeast(1))
        .optional("log_level", LEVEL)
        .summary("Write the private memory's blocks of process {pid} to the node's log.")
        .examples(
            "Dump the pkg memory of process 4107",
            "Write one worker's private memory blocks to the log",
            "I need the pkg dump of the TCP main process")
        .aliases("mem_pkg_dump")
        .tool();
  }

  private static final Schema LEVEL =
      Schema.integer("Level to log it at; the node's own when absent").between(-3, 4);

  private static ChangeDraft draft(String name, String title) {
    return Lever.change(name, NodeToolset.NAME, title)
        .notFor("Not for figures; use `get_memory_stats`.")
        .returns("Returns the node's OK; the dump is in its log.")
        .risk(Risk.DISRUPTIVE)
        .notIdempotent()
        .plans("The log grows by a line per block; the pool is locked while it is written.")
        .effects("Effects: many log lines; calls may wait meanwhile. Undo: none is needed.")
        .noUndo("Nothing stays but the log lines.");
  }
}
