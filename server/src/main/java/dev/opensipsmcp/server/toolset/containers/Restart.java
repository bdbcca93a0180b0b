package dev.opensipsmcp.server.toolset.containers;

import com.google.gson.JsonObject;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Demand;
import dev.opensipsmcp.server.tool.Description;
import dev.opensipsmcp.server.tool.Needs;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Plan;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Scope;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.tool.WritePorts;
import dev.opensipsmcp.server.toolset.common.Json;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The tool {@code docker_restart}.
 *
 * @param compose asks docker
 */
record Restart(Compose compose) implements Work.Change {

  Tool tool() {
    return new Tool(
        "docker_restart",
        ContainersToolset.NAME,
        "Restart a container",
        new Description(
            "Restart the containers of an allowed service of the compose file.",
            "Use when a person decided that a node in a container must start anew.",
            Optional.of("Not for looking; use `docker_status`."),
            Optional.of(
                "Effects: calls and registrations that the node holds only in memory are lost, and"
                    + " nothing is answered until it is up. Cannot be undone."),
            "Returns what docker said. Off until programs.docker is set."),
        new Demand(Scope.PROCESS_MANAGE, Risk.DESTRUCTIVE),
        false,
        Schema.arguments(ContainersToolset.SERVICE),
        Schema.map("service, said"),
        Needs.NOTHING,
        List.of(
            "Restart the opensips container",
            "docker compose restart grafana",
            "The container hangs, start it anew"),
        List.of(),
        this);
  }

  @Override
  public Duration limit(Arguments arguments) {
    return Compose.LIMIT.plusSeconds(10);
  }

  private static String service(Arguments arguments) {
    return arguments.maybeText("service").orElse(ContainersToolset.OPENSIPS);
  }

  @Override
  public Plan plan(Arguments arguments, ReadPorts ports) {
    String service = service(arguments);
    Optional<Outcome.Failure> objection = compose.objection(service);
    if (objection.isPresent()) {
      return new Plan.Refused(objection.get());
    }
    JsonObject target = Json.object("service", service);
    target.addProperty("compose_file", compose.settings().composeFile().orElseThrow().toString());
    return new Plan.Ready(
        "Restart the containers of service " + service + ".",
        target,
        new JsonObject(),
        List.of("The service ends and starts; what it held in memory is lost."),
        "Nothing brings back what was in memory.");
  }

  @Override
  public Outcome apply(Plan.Ready plan, Arguments arguments, WritePorts ports) {
    String service = Json.text(plan.target(), "service");
    return compose.ask(
        List.of("restart", service),
        output -> {
          JsonObject json = Json.object("service", service);
          json.addProperty("said", output.strip());
          return new Outcome.Value(json);
        });
  }
}
