package dev.opensipsmcp.server.toolset.diagnose.task;

import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.diagnose.engine.Confidence;
import dev.opensipsmcp.server.toolset.diagnose.engine.Facts;
import dev.opensipsmcp.server.toolset.diagnose.engine.Judgement;
import dev.opensipsmcp.server.toolset.diagnose.engine.Judgement.Finding;
import dev.opensipsmcp.server.toolset.diagnose.engine.Look;
import dev.opensipsmcp.server.toolset.diagnose.engine.Move;
import dev.opensipsmcp.server.toolset.diagnose.engine.Question;
import dev.opensipsmcp.server.toolset.diagnose.engine.Rule;
import dev.opensipsmcp.server.toolset.diagnose.engine.Task;
import dev.opensipsmcp.server.toolset.diagnose.engine.Way;
import java.util.ArrayList;
import java.util.List;

/** A configuration that is to move to another version. The rewriting is another tool's. */
final class Migration {
  private static final String CLASHES = "clashes";
  private static final String PLAN = "Every change with its reason, before anything is rewritten";

  static final Task TASK =
      new Task(
          "migrate",
          "Move to another version",
          List.of(
              "move this config from 3.4 to 3.6",
              "upgrade OpenSIPS to 4.0",
              "migrate the configuration to a newer version",
              "what breaks when I upgrade",
              "function was removed in the new version",
              "will my old configuration still work on the new release",
              "convert the script to the new version",
              "what has to change in this script for 4.0",
              "upgrade from 3.4, what will break",
              "deprecated parameters, compatibility with the next release"),
          List.of(
              new Look(
                  CLASHES,
                  "opensips.cfg held against 4.0",
                  question ->
                      Looks.configuration(question)
                          .<Way>map(json -> {
                            json.addProperty("target_version", "4.0");
                            return new Way.Tool("cfg_check_compat", json);
                          })
                          .orElseGet(
                              () -> Looks.noConfiguration("it held against the newer version"))),
              Look.tool("version", "the node's version", "opensips_version")),
          List.of(new Rule("what the newer version refuses", Migration::clashes)),
          List.of(
              Move.of("cfg_list_versions", "Which versions can be told apart"),
              Move.of("db_schema_check", "What the tables need for the newer version")));

  private Migration() {}

  private static List<Judgement> clashes(Facts facts, Question question) {
    if (!facts.has(CLASHES)) {
      return List.of();
    }
    if (Json.text(facts.object(CLASHES), "starts").equals("true")) {
      return Judgement.fine(
          CLASHES,
          "4.0 would start with it; "
              + facts.rows(CLASHES, "defaults").size()
              + " defaults of its modules differ.");
    }
    List<Judgement> judged = new ArrayList<>();
    for (Finding one : Audit.findings(facts, CLASHES, Confidence.CERTAIN)) {
      judged.add(one.next(plan(question)));
    }
    return judged;
  }

  private static Move plan(Question question) {
    return question
        .configurationFile()
        .map(path ->
            Move.of(
                "cfg_migrate_plan", PLAN, "path", path, "from_version", "3.6", "to_version", "4.0"))
        .orElseGet(() -> Move.of("cfg_explain", "What takes its place", "topic", "changes"));
  }
}
