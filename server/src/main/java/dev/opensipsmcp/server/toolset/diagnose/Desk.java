package dev.opensipsmcp.server.toolset.diagnose;

import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.toolset.ToolDirectory;
import dev.opensipsmcp.server.toolset.diagnose.engine.Diagnosis;
import dev.opensipsmcp.server.toolset.diagnose.engine.Gatherer;
import dev.opensipsmcp.server.toolset.diagnose.engine.Growing;
import dev.opensipsmcp.server.toolset.diagnose.engine.Looking;
import dev.opensipsmcp.server.toolset.diagnose.engine.Question;
import dev.opensipsmcp.server.toolset.diagnose.engine.Task;
import dev.opensipsmcp.server.toolset.evidence.EvidenceDesk;
import dev.opensipsmcp.server.toolset.ladder.CallFacts;
import java.time.Duration;
import java.time.InstantSource;

/**
 * What the tools that diagnose work with.
 *
 * @param tools all tools, asked for evidence
 * @param evidence where evidence of calls comes from
 * @param growing measures growth
 * @param clock the time
 */
record Desk(ToolDirectory tools, EvidenceDesk evidence, Growing growing, InstantSource clock) {
  /** How long a diagnosis may take: the longest look, and some for the rest. */
  static final Duration LIMIT = Gatherer.FOR_MESSAGES.plusSeconds(10);

  Question question(Arguments arguments) {
    return new Question(arguments, clock.instant());
  }

  Gatherer gatherer() {
    return new Gatherer(new Looking(tools, new CallFacts(evidence), growing, clock));
  }

  Diagnosis diagnose(Task task, Arguments arguments, ReadPorts ports) {
    Question question = question(arguments);
    return Diagnosis.of(task, gatherer().gather(task.looks(), question, ports), question);
  }
}
