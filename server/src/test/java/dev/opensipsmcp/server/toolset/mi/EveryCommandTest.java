package dev.opensipsmcp.server.toolset.mi;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.MiCommand;
import dev.opensipsmcp.facts.MiLookup;
import dev.opensipsmcp.facts.MiParameter;
import dev.opensipsmcp.facts.MiType;
import dev.opensipsmcp.facts.Recipe;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.mi.MiClient;
import dev.opensipsmcp.mi.MiHealth;
import dev.opensipsmcp.mi.MiNode;
import dev.opensipsmcp.mi.MiReader;
import dev.opensipsmcp.mi.MiRequest;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Demand;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.toolset.testing.AllTools;
import dev.opensipsmcp.server.toolset.testing.NodePorts;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Walks every command, version and recipe: mi_execute reaches it and asks what the table says. */
class EveryCommandTest {

  /** Refused with a name that may be unknown; the tool of the same name looks it up. */
  private static final Set<String> MAY_END_THE_SERVER = Set.of("config_flush", "config:flush");

  @ParameterizedTest
  @EnumSource(names = {"V3_4", "V3_5", "V3_6", "V4_0"})
  void everyRecipeIsReachedWithTheDemandOfItsRow(Version version) {
    NodePorts ports = NodePorts.over(new Everything(version));
    MiTable table = new MiTable();
    for (MiCommand command : Facts.of(version).mi().commands()) {
      assertThat(table.row(version, command.name())).as(command.name()).isPresent();
      for (Recipe recipe : command.recipes()) {
        Demand demand = table.demand(version, command.name(), Set.copyOf(recipe.names()));
        if (MAY_END_THE_SERVER.contains(command.name()) && recipe.names().contains("name")) {
          continue;
        }
        for (String name : names(version, command)) {
          assertThat(choose(ports, name, recipe))
              .as("%s %s", name, recipe.names())
              .isInstanceOfSatisfying(
                  Work.Choice.Chosen.class,
                  chosen -> assertThat(chosen.demand()).isEqualTo(demand));
        }
      }
    }
  }

  /** Every name that means this command alone: an alias that two modules share means neither. */
  private static Set<String> names(Version version, MiCommand command) {
    Set<String> names = new HashSet<>(command.aliases());
    names.removeIf(alias -> !(Facts.of(version).mi().lookup(alias) instanceof MiLookup.Found));
    names.add(command.name());
    return names;
  }

  private static Work.Choice choose(NodePorts ports, String command, Recipe recipe) {
    JsonObject params = new JsonObject();
    for (MiParameter parameter : recipe.parameters()) {
      if (parameter.type() == MiType.ARRAY) {
        JsonArray array = new JsonArray();
        array.add("1");
        params.add(parameter.name(), array);
      } else {
        params.addProperty(parameter.name(), "1");
      }
    }
    JsonObject arguments = new JsonObject();
    arguments.addProperty("command", command);
    arguments.add("params", params);
    return ((Work.PerCall) AllTools.named("mi_execute").work())
        .choose(new Arguments(arguments), ports);
  }

  /** A node that has loaded every module. */
  private record Everything(Version version) implements MiClient {
    @Override
    public MiResult<MiNode> node() {
      Set<String> commands =
          Facts.of(version).mi().commands().stream()
              .map(MiCommand::name)
              .collect(Collectors.toSet());
      return new MiResult.Success<>(
          new MiNode("OpenSIPS (" + version.label() + ")", version, commands));
    }

    @Override
    public MiHealth health() {
      return MiHealth.good();
    }

    @Override
    public void forget() {}

    @Override
    public MiResult<JsonElement> call(MiRequest request) {
      throw new AssertionError("Nothing is sent to choose: " + request);
    }

    @Override
    public <T> MiResult<T> stream(MiRequest request, MiReader<T> reader) {
      throw new AssertionError("Nothing is sent to choose: " + request);
    }

    @Override
    public void close() {}
  }
}
