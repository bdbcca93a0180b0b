package dev.opensipsmcp.server.toolset.load;

import dev.opensipsmcp.server.secret.Secrets;
import dev.opensipsmcp.server.toolset.Toolset;
import dev.opensipsmcp.server.toolset.evidence.EvidenceDesk;
import java.util.List;

/** Makes the toolset {@code load}. */
public final class LoadToolset {
  static final String NAME = "load";

  private LoadToolset() {}

  /**
   * {@return the tools}
   *
   * @param evidence what they work with; its closing ends all runs
   * @param secrets where passwords come from
   */
  public static Toolset make(EvidenceDesk evidence, Secrets secrets) {
    LoadRuns runs = new LoadRuns();
    evidence.ear().beforeClosing(runs::close);
    LoadDesk desk = new LoadDesk(evidence.settings().load(), secrets, evidence.clock(), runs);
    LoadTools tools = new LoadTools(desk);
    LoadReads reads = new LoadReads(desk);
    return new Toolset(
        NAME,
        "Load: SIPp scenarios written and run within bounds, results compared.",
        List.of(
            tools.invite(),
            tools.register(),
            reads.summary(),
            reads.status(),
            new LoadStop(desk).tool(),
            GenerateScenario.tool(),
            reads.scenarios(),
            tools.test(),
            new RunScenario(desk).tool()));
  }
}
