package dev.opensipsmcp.server.toolset.script;

import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.lever.Lever;

/** What a script's timers measured, and whether its file is the one that runs. */
final class Measures {
  private Measures() {}

  static Tool benchmark() {
    return Lever.change("benchmark_fetch_results", ScriptToolset.NAME, "Results of script timers")
        .what("Fetch what the script's benchmark timers measured, and begin a new period.")
        .useWhen("Use when parts of the script may be slow and are wrapped in timers.")
        .notFor("Not for the load of processes; use `get_process_list`.")
        .returns(
            "Returns per timer, for the period and since the start: calls/sum/least/most/mean in"
                + " microseconds.")
        .sends("bm_poll_results", "benchmark")
        .risk(Risk.REVERSIBLE)
        .notIdempotent()
        .summary("Read the benchmark timers, which begins a new period.")
        .plans("The period's figures start at zero; those since the start stay.")
        .effects("Effects: the period's figures begin anew. Undo: none; the result keeps them.")
        .noUndo("The result keeps the period's figures.")
        .examples(
            "How long does the route between the timers take?",
            "Poll the benchmark results",
            "Which part of the script is slow according to its timers?")
        .aliases("bm_poll_results")
        .tool();
  }

  static Tool hash() {
    return Lever.read("config_check_hash", ScriptToolset.NAME, "Does the script's file still match")
        .what("Check whether the configuration file is still the one that the node runs.")
        .useWhen("Use when the file may have been edited since the start.")
        .notFor("Not for stored settings; use `config_list`.")
        .returns("Returns the node's answer; refused where no hash file is configured.")
        .sends("check_config_hash", "cfgutils")
        .answer(Schema.any("The node's words"))
        .examples(
            "Was opensips.cfg changed since the start?",
            "Is the running configuration the one on disk?",
            "Compare the config hash")
        .aliases("check_config_hash")
        .tool();
  }
}
