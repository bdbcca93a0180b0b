package dev.opensipsmcp.server.gate;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Demand;
import dev.opensipsmcp.server.tool.Description;
import dev.opensipsmcp.server.tool.Needs;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Plan;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Restore;
import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Scope;
import dev.opensipsmcp.server.tool.Step;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.tool.WritePorts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A few tools, one of each kind. */
final class FakeTools {
  static final Demand REVERSIBLE = new Demand(Scope.MI_WRITE, Risk.REVERSIBLE);
  static final Demand DISRUPTIVE = new Demand(Scope.MI_WRITE, Risk.DISRUPTIVE);

  private FakeTools() {}

  /** Like the real node's: one command reads without a status and sets with one. */
  static Demand classify(Version version, String command, Set<String> params) {
    return switch (command) {
      case "dlg_list" -> Demand.MI_READ;
      case "lb_status" -> params.contains("status") ? REVERSIBLE : Demand.MI_READ;
      case "dlg_push_var" -> REVERSIBLE;
      case "dlg_end_dlg" -> DISRUPTIVE;
      default -> new Demand(Scope.MI_WRITE, Risk.DESTRUCTIVE);
    };
  }

  static List<Tool> all() {
    return List.of(
        tool("call_list", Demand.MI_READ, ID, List.of(), (Work.Read) FakeTools::list),
        tool("call_end", DISRUPTIVE, ID, List.of("call_kill"), new Ending("dlg_end_dlg")),
        tool("call_tag", REVERSIBLE, ID, List.of(), new Ending("dlg_push_var")),
        tool("call_mark", REVERSIBLE, STATE, List.of(), new Marking()),
        tool("call_sneak", REVERSIBLE, ID, List.of(), new Ending("dlg_end_dlg")),
        tool("call_peek", Demand.MI_READ, ID, List.of(), (Work.Read) FakeTools::peek),
        tool("call_count", Demand.MI_READ, ID, List.of(), (Work.Read) FakeTools::count),
        tool("call_tag_all", REVERSIBLE, ID, List.of(), new Counted()),
        tool("call_wait", Demand.MI_READ, ID, List.of(), (Work.Read) FakeTools::waitForever),
        tool("call_watch", Demand.MI_READ, ID, List.of(), new Watching()),
        tool("call_crash", Demand.MI_READ, ID, List.of(), (Work.Read) FakeTools::crash),
        tool(
            "mi_run",
            new Demand(Scope.MI_EXECUTE, Risk.DESTRUCTIVE),
            Schema.arguments(
                Schema.required("command", Schema.text("MI command to run")),
                Schema.optional("params", Schema.map("Its parameters by name"))),
            List.of(),
            (Work.PerCall) FakeTools::choose),
        tool(
            "tool_call",
            new Demand(Scope.DOCS_READ, Risk.READ),
            Schema.arguments(
                Schema.required("name", Schema.text("Tool to call")),
                Schema.optional("arguments", Schema.map("Its arguments"))),
            List.of(),
            (Work.Proxy)
                arguments ->
                    new Work.Inner(
                        arguments.text("name"), new Arguments(arguments.object("arguments")))));
  }

  /** Takes longer than others, and says so. */
  private static final class Watching implements Work.Timed {
    @Override
    public Duration limit(Arguments arguments) {
      return Duration.ofSeconds(30);
    }

    @Override
    public Outcome run(Arguments arguments, ReadPorts ports) {
      try {
        Thread.sleep(400);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return new Outcome.Failure("INTERRUPTED", "It was given up.", "Nothing.");
      }
      return new Outcome.Value(new JsonObject());
    }
  }

  private static final Schema STATE =
      Schema.arguments(
          Schema.required("state", Schema.text("State to put the call into")),
          Schema.optional("password", Schema.text("A secret, for the test")));

  private static final Schema ID =
      Schema.arguments(
          Schema.optional("dialog_id", Schema.text("Dialog id of the call").longest(64)),
          Schema.optional("password", Schema.text("A secret, for the test")));

  private static Tool tool(
      String name, Demand demand, Schema input, List<String> aliases, Work work) {
    return new Tool(
        name,
        name.startsWith("call_") ? "dialog" : "mi",
        name,
        new Description("Does it.", "Use when", Optional.empty(), Optional.empty(), "Returns it."),
        demand,
        true,
        input,
        Schema.map("What the node said"),
        name.equals("tool_call") ? Needs.NOTHING : new Needs(List.of("dlg_list"), List.of()),
        List.of(),
        aliases,
        work);
  }

  private static Outcome list(Arguments arguments, ReadPorts ports) {
    return outcome(ports.mi().read("dlg_list", new JsonObject()));
  }

  /** A tool that says that it reads, and tries to change something. */
  private static Outcome peek(Arguments arguments, ReadPorts ports) {
    return outcome(ports.mi().read("dlg_end_dlg", new JsonObject()));
  }

  /** A slow tool in three parts, that stops quietly once its caller is gone. */
  private static Outcome count(Arguments arguments, ReadPorts ports) {
    List<JsonObject> rows = new ArrayList<>();
    while (rows.size() < 3 && !ports.cancelled()) {
      rows.add(new JsonObject());
      ports.progress(rows.size(), 3, "calls read");
    }
    return new Outcome.Rows(rows, false, Integer::toString, List.of());
  }

  private static Outcome waitForever(Arguments arguments, ReadPorts ports) {
    try {
      Thread.sleep(60_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return new Outcome.Value(new JsonObject());
  }

  private static Outcome crash(Arguments arguments, ReadPorts ports) {
    throw new IllegalStateException("crashed with password=CANARYcrash");
  }

  private static Work.Choice choose(Arguments arguments, ReadPorts ports) {
    String command = arguments.text("command");
    JsonObject params = arguments.object("params");
    Demand demand = classify(Version.V3_6, command, params.keySet());
    return demand.risk() == Risk.READ
        ? new Work.Choice.Chosen(
            demand, (Work.Read) (_, reading) -> outcome(reading.mi().read(command, params)))
        : new Work.Choice.Chosen(demand, new Ending(command));
  }

  private static Outcome outcome(MiResult<JsonElement> result) {
    return switch (result) {
      case MiResult.Success<JsonElement>(JsonElement value) -> new Outcome.Value(value);
      case MiResult.Failure<JsonElement>(var error) -> Outcome.Failure.of(error);
    };
  }

  /** Changes something, and counts afterwards. */
  private record Counted() implements Work.Change {
    @Override
    public Plan plan(Arguments arguments, ReadPorts ports) {
      if (arguments.has("dialog_id")) {
        ports.progress(0, 1, "planning");
      }
      return new Plan.Ready(
          "Tag all calls.", new JsonObject(), new JsonObject(), List.of("Tags"), "Nothing can.");
    }

    @Override
    public Outcome apply(Plan.Ready plan, Arguments arguments, WritePorts ports) {
      ports.miWrites().write("dlg_push_var", new JsonObject());
      return count(arguments, ports);
    }
  }

  /** Plans with the call's state as its target, then sends one command. */
  private record Ending(String command) implements Work.Change {
    @Override
    public Plan plan(Arguments arguments, ReadPorts ports) {
      return switch (ports.mi().read("dlg_list", new JsonObject())) {
        case MiResult.Failure<JsonElement>(var error) ->
            new Plan.Refused(Outcome.Failure.of(error));
        case MiResult.Success<JsonElement>(JsonElement seen) -> {
          JsonObject target = new JsonObject();
          target.add("state", seen.getAsJsonObject().get("state"));
          yield new Plan.Ready(
              "End the call of alice and bob.",
              target,
              seen.getAsJsonObject(),
              List.of("Both sides get a BYE"),
              "Nothing can.");
        }
      };
    }

    @Override
    public Outcome apply(Plan.Ready plan, Arguments arguments, WritePorts ports) {
      return outcome(ports.miWrites().write(command, new JsonObject()));
    }
  }

  /** Puts the call into a state, and can put it back. */
  private record Marking() implements Work.Reversible {
    @Override
    public MiResult<JsonObject> state(Arguments arguments, ReadPorts ports) {
      return switch (ports.mi().read("dlg_list", new JsonObject())) {
        case MiResult.Failure<JsonElement>(var error) -> new MiResult.Failure<>(error);
        case MiResult.Success<JsonElement>(JsonElement seen) -> {
          JsonObject state = new JsonObject();
          state.add("state", seen.getAsJsonObject().get("state"));
          yield new MiResult.Success<>(state);
        }
      };
    }

    @Override
    public Plan plan(Arguments arguments, ReadPorts ports) {
      return switch (state(arguments, ports)) {
        case MiResult.Failure<JsonObject>(var error) -> new Plan.Refused(Outcome.Failure.of(error));
        case MiResult.Success<JsonObject>(JsonObject before) ->
            new Plan.Ready(
                "Mark the call.",
                before,
                new JsonObject(),
                List.of("Marks it"),
                "change_revert does.",
                Optional.of(
                    new Restore(
                        before,
                        new Step("call_mark", arguments.json()),
                        new Step("call_mark", before))));
      };
    }

    @Override
    public Outcome apply(Plan.Ready plan, Arguments arguments, WritePorts ports) {
      return outcome(ports.miWrites().write("dlg_push_var", arguments.json()));
    }
  }
}
