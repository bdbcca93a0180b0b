package dev.opensipsmcp.server.toolset.b2b;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.GsonNode;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Plan;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.tool.WritePorts;
import java.net.URI;
import org.assertj.core.api.InstanceOfAssertFactories;

/** Calls tools as the gate does, and holds what goes in and comes out against their schemas. */
final class Calls {
  private static final Validator VALIDATOR =
      new ValidatorFactory().withJsonNodeFactory(new GsonNode.Factory()).createValidator();

  private Calls() {}

  static Tool tool(String name) {
    return B2bToolset.make().tools().stream()
        .filter(tool -> tool.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** Reads; arguments in JSON may have single quotes. */
  static Outcome read(String name, String arguments, WritePorts ports) {
    Tool tool = tool(name);
    Arguments checked = arguments(tool, arguments);
    return checked(tool, ((Work.Read) tool.work()).run(checked, ports));
  }

  static Outcome.Rows rows(String name, String arguments, WritePorts ports) {
    return (Outcome.Rows) read(name, arguments, ports);
  }

  static Plan plan(String name, String arguments, WritePorts ports) {
    Tool tool = tool(name);
    return ((Work.Change) tool.work()).plan(arguments(tool, arguments), ports);
  }

  static Outcome.Failure refused(String name, String arguments, WritePorts ports) {
    return ((Plan.Refused) plan(name, arguments, ports)).failure();
  }

  /** Plans, and makes the change that the plan shows. */
  static Outcome change(String name, String arguments, WritePorts ports) {
    Tool tool = tool(name);
    Arguments checked = arguments(tool, arguments);
    Work.Change change = (Work.Change) tool.work();
    Plan plan = change.plan(checked, ports);
    assertThat(plan).isInstanceOf(Plan.Ready.class);
    return checked(tool, change.apply((Plan.Ready) plan, checked, ports));
  }

  static JsonObject value(Outcome outcome) {
    return assertThat(outcome)
        .asInstanceOf(InstanceOfAssertFactories.type(Outcome.Value.class))
        .actual()
        .data()
        .getAsJsonObject();
  }

  private static Arguments arguments(Tool tool, String json) {
    JsonObject arguments = JsonParser.parseString(json.replace('\'', '"')).getAsJsonObject();
    valid(tool.input().json(), arguments);
    return new Arguments(arguments);
  }

  private static Outcome checked(Tool tool, Outcome outcome) {
    switch (outcome) {
      case Outcome.Value(JsonElement data, var _, var _, var _) ->
          valid(tool.output().json(), data);
      case Outcome.Rows rows -> {
        JsonArray all = new JsonArray();
        rows.rows().forEach(all::add);
        valid(tool.output().json(), all);
      }
      case Outcome.Failure _ -> {}
    }
    return outcome;
  }

  private static void valid(JsonObject schema, JsonElement json) {
    URI id = VALIDATOR.registerSchema((Object) schema);
    assertThat(VALIDATOR.validate(id, (Object) json).getErrors())
        .as("faults of %s", json)
        .isEmpty();
  }
}
