package dev.opensipsmcp.server.gate;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.server.instance.Instances;
import dev.opensipsmcp.server.policy.Role;
import dev.opensipsmcp.server.result.Fields;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Demand;
import dev.opensipsmcp.server.tool.Nearest;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Rights;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.SharedParameters;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.validation.ArgumentCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The first half of the way: which tool, may the caller, are the arguments valid. */
final class Admission {
  private static final String DRY_RUN = "dry_run";
  private static final String FIELDS = "fields";
  private static final String CURSOR = "cursor";

  private final Catalogue catalogue;
  private final Instances instances;
  private final ArgumentCheck check = new ArgumentCheck();

  Admission(Catalogue catalogue, Instances instances) {
    this.catalogue = catalogue;
    this.instances = instances;
  }

  /** Takes a call by whatever name it came, and a proxy's inner call in its place. */
  Step<Call> admit(String id, Invocation invocation) {
    Rights rights = invocation.rights();
    Optional<Tool> found = catalogue.find(invocation.tool());
    if (found.isEmpty()) {
      return new Step.Stop<>(
          GoneTools.answer(invocation.tool())
              .orElseGet(() ->
                  new GateReply.NoSuchTool(
                      invocation.tool(), catalogue.nearest(invocation.tool(), rights))));
    }
    Tool tool = found.get();
    if (!(tool.work() instanceof Work.Proxy proxy)) {
      return admit(id, invocation, tool, invocation.arguments());
    }
    return switch (admit(id, invocation, tool, invocation.arguments())) {
      case Step.Stop<Call> stop -> stop;
      case Step.Go<Call>(Call outer) ->
          switch (proxy.unwrap(outer.arguments())) {
            case Work.NoInner(Outcome.Failure failure) -> stop(Replies.failed(failure));
            case Work.Inner inner -> inner(id, invocation, inner);
          };
    };
  }

  private Step<Call> inner(String id, Invocation invocation, Work.Inner inner) {
    Optional<Tool> found = catalogue.find(inner.tool());
    if (found.isEmpty()) {
      Optional<GateReply> gone = GoneTools.answer(inner.tool());
      if (gone.isPresent()) {
        return new Step.Stop<>(gone.get());
      }
      List<String> nearest = catalogue.nearest(inner.tool(), invocation.rights());
      return stop(
          ErrorCode.UNKNOWN_TOOL.failed(
              "There is no tool " + inner.tool() + ".",
              Nearest.orElse(nearest, "Look for one with tool_search.")));
    }
    if (found.get().work() instanceof Work.Proxy) {
      return stop(
          ErrorCode.INVALID_ARGUMENTS.failed(
              invocation.tool() + " can't call " + inner.tool() + ".",
              "Name the tool that does the work."));
    }
    JsonObject arguments = inner.arguments().json();
    if (inner.reverts().isPresent() && !takes(found.get(), Selection.ARGUMENT)) {
      // What was done with the help of a node may be taken back without one.
      arguments = arguments.deepCopy();
      arguments.remove(Selection.ARGUMENT);
    }
    return switch (admit(id, invocation, found.get(), arguments)) {
      case Step.Stop<Call> stop -> stop;
      case Step.Go<Call>(Call call) -> new Step.Go<>(call.reverting(inner.reverts()));
    };
  }

  private Step<Call> admit(String id, Invocation invocation, Tool tool, JsonObject raw) {
    Optional<GateReply.Failed> barred = barred(tool, tool.demand(), invocation.rights());
    if (barred.isPresent()) {
      return stop(barred.get());
    }
    JsonObject given = ArgumentCheck.given(raw);
    Selection.flatten(given);
    List<String> faults = new ArrayList<>(check.faults(tool, given));
    if (faults.isEmpty()) {
      faults.addAll(fieldFaults(tool, given));
    }
    if (!faults.isEmpty()) {
      return stop(
          ErrorCode.INVALID_ARGUMENTS.failed(String.join(" ", faults), ArgumentCheck.valid(tool)));
    }
    return understood(id, invocation, tool, given);
  }

  private Step<Call> understood(String id, Invocation invocation, Tool tool, JsonObject arguments) {
    if (!shared(tool, Selection.ARGUMENT) || !arguments.has(Selection.ARGUMENT)) {
      return understood(id, invocation, tool, arguments, Selection.of(instances.first()));
    }
    String text = arguments.remove(Selection.ARGUMENT).getAsString();
    return switch (Selection.of(text, instances)) {
      case Step.Stop<Selection>(GateReply reply) -> new Step.Stop<>(reply);
      case Step.Go<Selection>(Selection chosen) -> {
        Optional<GateReply.Failed> wrong = chosen.wrongFor(tool, paged(tool, arguments));
        yield wrong.isPresent()
            ? stop(wrong.get())
            : understood(id, invocation, tool, arguments, chosen);
      }
    };
  }

  private Step<Call> understood(
      String id, Invocation invocation, Tool tool, JsonObject arguments, Selection chosen) {
    boolean dryRun =
        shared(tool, DRY_RUN) && arguments.has(DRY_RUN) && arguments.remove(DRY_RUN).getAsBoolean();
    Call call =
        new Call(
            id,
            invocation,
            tool,
            new Arguments(arguments),
            chosen.instances().getFirst(),
            dryRun,
            new Fields(fields(tool, arguments)),
            // A role that nobody knows may do least.
            Role.parse(invocation.rights().role()).orElse(Role.VIEWER),
            tool.demand(),
            Optional.empty(),
            chosen.several() ? chosen.instances() : List.of(),
            false);
    return new Step.Go<>(chosen.several() ? call : Caps.on(chosen.instances().getFirst(), call));
  }

  private static boolean paged(Tool tool, JsonObject arguments) {
    return !shared(tool, CURSOR) && arguments.has(CURSOR);
  }

  /** {@return why the caller may not make a call that asks for this, if so} */
  static Optional<GateReply.Failed> barred(Tool tool, Demand demand, Rights rights) {
    if (!rights.reaches(tool.toolset())) {
      return Optional.of(
          ErrorCode.TOOL_NOT_ENABLED.failed(
              tool.name()
                  + " belongs to toolset "
                  + tool.toolset()
                  + ", which is not enabled here.",
              "Connect without that restriction, or use another tool."));
    }
    if (!rights.grants(demand.scope())) {
      return Optional.of(
          ErrorCode.SCOPE_MISSING.failed(
              "This call needs "
                  + demand.scope().label()
                  + ", which role "
                  + rights.role()
                  + " does not have.",
              "Ask whoever runs this server for a role that has it."));
    }
    return Optional.empty();
  }

  /** A parameter of the same name that the tool declares itself is the tool's own matter. */
  private static boolean shared(Tool tool, String name) {
    for (Schema.Property property : tool.input().properties()) {
      if (property.name().equals(name)) {
        return false;
      }
    }
    return true;
  }

  private static boolean takes(Tool tool, String name) {
    return SharedParameters.of(tool).properties().stream()
        .anyMatch(property -> property.name().equals(name));
  }

  private static List<String> fields(Tool tool, JsonObject arguments) {
    List<String> names = new ArrayList<>();
    if (!shared(tool, FIELDS) && arguments.get(FIELDS) instanceof JsonArray array) {
      for (JsonElement name : array) {
        names.add(name.getAsString());
      }
    }
    return names;
  }

  private static List<String> fieldFaults(Tool tool, JsonObject arguments) {
    List<String> known = new ArrayList<>();
    for (Schema.Property column : tool.output().items().properties()) {
      known.add(column.name());
    }
    List<String> faults = new ArrayList<>();
    for (String name : fields(tool, arguments)) {
      if (!known.isEmpty() && !known.contains(name)) {
        faults.add("There is no field " + name + "; there are " + String.join(", ", known) + ".");
      }
    }
    return faults;
  }

  private static Step<Call> stop(GateReply.Failed failed) {
    return new Step.Stop<>(failed);
  }
}
