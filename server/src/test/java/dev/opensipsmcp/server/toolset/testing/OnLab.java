package dev.opensipsmcp.server.toolset.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.lab.LabNode;
import dev.opensipsmcp.lab.LabSettings;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Plan;
import dev.opensipsmcp.server.tool.Step;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.Work;
import java.util.List;

/**
 * A lab node and tools that run on it without a gate. A tool that uses a command which it does not
 * name fails the test.
 *
 * @param node the node
 * @param ports reach it
 */
public record OnLab(LabNode node, NodePorts ports) implements AutoCloseable {

  /** {@return a new node of a version} */
  public static OnLab of(Version version) {
    LabNode node = LabNode.of(LabSettings.of(version));
    return new OnLab(node, NodePorts.onto(node.miUrl()));
  }

  /** {@return what a call of a tool came to} */
  public Outcome run(String tool, String arguments) {
    Tool live = AllTools.live(tool);
    Outcome outcome = ports.run(live, arguments);
    assertThat(live.needs().miCommands()).as(tool).containsAll(ports.used());
    ports.used().clear();
    return outcome;
  }

  /** {@return the rows of a list} */
  public List<JsonObject> rows(String tool, String arguments) {
    return Outcomes.rows(AllTools.named(tool), run(tool, arguments));
  }

  /** {@return the one object of a result} */
  public JsonObject object(String tool, String arguments) {
    return Outcomes.object(AllTools.named(tool), run(tool, arguments));
  }

  /** {@return the code that a call fails with} */
  public String code(String tool, String arguments) {
    return Outcomes.failure(run(tool, arguments)).code();
  }

  /** {@return the plan of a change, which can be made} */
  public Plan.Ready plan(String tool, String arguments) {
    Plan plan = ports.plan(AllTools.live(tool), arguments);
    ports.used().clear();
    assertThat(plan).isInstanceOf(Plan.Ready.class);
    return (Plan.Ready) plan;
  }

  /** {@return the warnings of a call that went well, or why it failed} */
  public List<String> warnings(String tool, String arguments) {
    return switch (run(tool, arguments)) {
      case Outcome.Value value -> value.warnings();
      case Outcome.Rows rows -> rows.warnings();
      case Outcome.Failure failure -> List.of(failure.cause());
    };
  }

  /** {@return what a tool that decides per call asks for this one} */
  public Work.Choice choice(String tool, String arguments) {
    Arguments given = new Arguments(JsonParser.parseString(arguments).getAsJsonObject());
    Work.Choice choice = ((Work.PerCall) AllTools.live(tool).work()).choose(given, ports);
    ports.used().clear();
    return choice;
  }

  /** Makes a change and takes it back by the call that its plan names. */
  public void thereAndBack(String tool, String arguments) {
    Step back = plan(tool, arguments).restore().orElseThrow().inverse();
    object(tool, arguments);
    object(back.tool(), back.arguments().toString());
  }

  @Override
  public void close() {
    ports.close();
    node.close();
  }
}
