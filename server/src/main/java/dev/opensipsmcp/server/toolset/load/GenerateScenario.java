package dev.opensipsmcp.server.toolset.load;

import static dev.opensipsmcp.server.tool.Schema.flag;
import static dev.opensipsmcp.server.tool.Schema.integer;
import static dev.opensipsmcp.server.tool.Schema.optional;
import static dev.opensipsmcp.server.tool.Schema.required;
import static dev.opensipsmcp.server.tool.Schema.text;

import com.google.gson.JsonObject;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Demand;
import dev.opensipsmcp.server.tool.Description;
import dev.opensipsmcp.server.tool.Needs;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Scope;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.common.ToolError;
import dev.opensipsmcp.sip.load.LoadLimits;
import dev.opensipsmcp.sip.load.ScenarioKind;
import dev.opensipsmcp.sip.load.ScenarioOrder;
import dev.opensipsmcp.sip.load.ScenarioWriter;
import dev.opensipsmcp.sip.load.SippCommand;
import dev.opensipsmcp.sip.load.UserList;
import java.util.List;
import java.util.Optional;

/** The tool {@code sip_generate_sipp_scenario}. It runs nothing and looks nothing up. */
final class GenerateScenario implements Work.Read {
  private static final int SECONDS = 300;
  private static final String STAND_IN = "PASSWORD";

  private GenerateScenario() {}

  static Tool tool() {
    return new Tool(
        "sip_generate_sipp_scenario",
        LoadToolset.NAME,
        "Write a SIPp scenario",
        new Description(
            "Generate a SIPp scenario as XML, with the exact command line; nothing is run.",
            "Use when SIPp is run by hand, or a scenario to start from is wanted.",
            Optional.of("Not for running it; use `sipp_load_test`."),
            Optional.empty(),
            "Returns xml, command, and users_csv, with PASSWORD for the password."),
        new Demand(Scope.RESOURCE_READ, Risk.READ),
        true,
        Schema.arguments(
            required(
                "kind",
                text("Scenario")
                    .oneOf("options", "register", "invite", "invite_uas_ringing", "uas")),
            LoadArguments.TARGET,
            optional("from_user", text("Of From")),
            optional("to_user", text("Who is called")),
            LoadArguments.rate("calls_per_sec", 10),
            optional("max_concurrent", integer("At the same time").between(1, 50_000)),
            optional("total_calls", integer("Calls in all").between(1, 1_000_000)),
            optional("authenticate", flag("Answer a challenge").byDefault(false)),
            optional("users", integer("Taking turns").between(1, 1_000)),
            optional("hold_ms", integer("Call, or ringing").between(0, 600_000))),
        Schema.map("kind, meaning, file, xml, command, users_csv"),
        Needs.NOTHING,
        List.of(
            "Write me a SIPp scenario that registers with authentication",
            "Generate SIPp XML for a UAS that rings before it answers",
            "Which SIPp command sends OPTIONS at 5 per second to 10.0.0.5?"),
        List.of(),
        new GenerateScenario());
  }

  @Override
  public Outcome run(Arguments arguments, ReadPorts ports) {
    Optional<LoadPlace> place = LoadPlace.of(arguments);
    Optional<String> wrong =
        List.of("from_user", "to_user").stream()
            .filter(name ->
                !ScenarioOrder.USER.matcher(arguments.maybeText(name).orElse("x")).matches())
            .findFirst();
    if (place.isEmpty()) {
      return LoadPlace.none();
    }
    if (wrong.isPresent()) {
      return ToolError.ARGUMENTS_WRONG.failure(
          wrong.get() + " is no user.", "Write letters, digits and -_.!~*'()+ only.");
    }
    ScenarioKind kind = ScenarioKind.parse(arguments.text("kind")).orElseThrow();
    int hold = arguments.integer("hold_ms", 1_000);
    ScenarioOrder order =
        new ScenarioOrder(
            kind,
            arguments.maybeText("from_user").orElse("caller"),
            arguments.maybeText("to_user").or(place.get()::user).orElse("callee"),
            place.get().domain(),
            kind.waits() ? 1 : arguments.integer("users", 1),
            !kind.waits() && kind != ScenarioKind.OPTIONS && arguments.flag("authenticate", false),
            hold,
            hold,
            60);
    LoadLimits limits =
        new LoadLimits(
            arguments.integer("calls_per_sec", 10),
            arguments.integer("max_concurrent", 100),
            arguments.integer("total_calls", 100),
            SECONDS);
    JsonObject json = Json.object("kind", kind.word());
    json.addProperty("meaning", kind.meaning());
    json.addProperty("file", kind.word() + ".xml");
    json.addProperty("xml", ScenarioWriter.xml(order));
    json.addProperty(
        "command", SippCommand.line(order, place.get().host(), place.get().transport(), limits));
    if (order.hasList()) {
      json.addProperty("users_csv", UserList.text(order, STAND_IN));
    }
    return new Outcome.Value(json);
  }
}
