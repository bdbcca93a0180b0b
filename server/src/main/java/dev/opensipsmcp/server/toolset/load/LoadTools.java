package dev.opensipsmcp.server.toolset.load;

import static dev.opensipsmcp.server.tool.Schema.integer;
import static dev.opensipsmcp.server.tool.Schema.optional;
import static dev.opensipsmcp.server.tool.Schema.text;

import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Description;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.sip.load.LoadLimits;
import dev.opensipsmcp.sip.load.ScenarioKind;
import dev.opensipsmcp.sip.load.ScenarioOrder;
import dev.opensipsmcp.sip.load.ScenarioWriter;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * The tools that run a load with scenarios of our own, and the one for files.
 *
 * @param desk what they work with
 */
record LoadTools(LoadDesk desk) {
  private static final int REGISTERED = 60;
  private static final String EFFECTS =
      "Effects: loads the target; calls in progress may suffer. Undo: load_stop; what was sent"
          + " stays.";

  private Tool tool(
      String name,
      String title,
      Description description,
      Schema input,
      List<String> examples,
      BiFunction<Arguments, LoadPlace, LoadJob.Read> reading) {
    return new Tool(
        name,
        LoadToolset.NAME,
        title,
        description,
        LoadWork.DEMAND,
        false,
        input,
        LoadJson.run(),
        LoadWork.NEEDS,
        examples,
        List.of(),
        new LoadWork(
            desk,
            name,
            arguments ->
                LoadPlace.of(arguments)
                    .map(place -> reading.apply(arguments, place))
                    .orElseGet(() -> new LoadJob.Read.Refused(LoadPlace.none()))));
  }

  Tool invite() {
    return tool(
        "bench_quick_invite",
        "Load with calls",
        new Description(
            "Run a bounded load of calls with SIPp: INVITE to BYE.",
            "Use when answer times and failures of calls under load are wanted.",
            Optional.of("Not for scenarios of files; use `sipp_run_scenario`."),
            Optional.of(EFFECTS),
            "Returns success, failures, retransmissions, p50 to p99. No media is sent."),
        Schema.arguments(
            LoadArguments.TARGET,
            LoadArguments.rate("cps", 10),
            LoadArguments.duration("duration_sec", 10),
            LoadArguments.OUT_DIR,
            LoadArguments.LABEL,
            optional("hold_ms", integer("Length of a call").between(0, 600_000)),
            LoadArguments.LIVE),
        List.of(
            "Load the lab proxy 127.0.0.1:5060 with 20 calls per second for 30 seconds",
            "Benchmark INVITE on the staging SBC and compare with the last result",
            "How long is the call set-up time under load?"),
        this::invite);
  }

  private LoadJob.Read invite(Arguments arguments, LoadPlace place) {
    ScenarioOrder order =
        new ScenarioOrder(
            ScenarioKind.INVITE,
            "caller",
            place.user().orElse("callee"),
            place.domain(),
            1,
            false,
            arguments.integer("hold_ms", 1_000),
            0,
            REGISTERED);
    return wanted(
        place,
        order,
        limits(
            arguments.integer("cps", 10), arguments.integer("duration_sec", 10), order.holdMs()));
  }

  private LoadLimits limits(int rate, int seconds, int callMs) {
    return LoadArguments.limits(rate, seconds, callMs, desk.settings().maxConcurrent());
  }

  private static LoadJob.Read wanted(LoadPlace place, ScenarioOrder order, LoadLimits limits) {
    return new LoadJob.Read.Wanted(
        new LoadJob(
            order.kind().word(),
            ScenarioWriter.xml(order),
            order.hasList() ? Optional.of(order) : Optional.empty(),
            order.kind().waits(),
            place.transport(),
            limits,
            order.holdMs() + order.ringMs(),
            List.of()));
  }

  Tool register() {
    return tool(
        "bench_quick_register",
        "Load a registrar",
        new Description(
            "Run a bounded load of REGISTER requests with SIPp.",
            "Use when a registrar is measured. Contacts lapse in 60 s.",
            Optional.of("Not for calls; use `bench_quick_invite`."),
            Optional.of(EFFECTS),
            "Returns success, failures, retransmissions, p50 to p99."),
        Schema.arguments(
            LoadArguments.TARGET,
            LoadArguments.rate("cps", 50),
            LoadArguments.duration("duration_sec", 30),
            LoadArguments.OUT_DIR,
            LoadArguments.LABEL,
            optional("users", integer("Taking turns").between(1, 100_000)),
            optional("password_from", text("stored:, env: or file:")),
            LoadArguments.LIVE),
        List.of(
            "Register 1000 users at 50 per second against the lab registrar",
            "Benchmark REGISTER on 10.0.0.5:5060 with the password stored as load",
            "Does the registrar slow down at 100 registrations per second?"),
        this::register);
  }

  private LoadJob.Read register(Arguments arguments, LoadPlace place) {
    ScenarioOrder order =
        new ScenarioOrder(
            ScenarioKind.REGISTER,
            place.user().orElse("load"),
            "load",
            place.domain(),
            arguments.integer("users", 100),
            arguments.has("password_from"),
            0,
            0,
            REGISTERED);
    return wanted(
        place,
        order,
        limits(arguments.integer("cps", 50), arguments.integer("duration_sec", 30), 0));
  }

  Tool test() {
    return tool(
        "sipp_load_test",
        "Load test",
        new Description(
            "Run a bounded load with SIPp, or wait for calls to answer.",
            "Use when OPTIONS or calls are to be sent, or answered.",
            Optional.of("Not for scenarios of files; use `sipp_run_scenario`."),
            Optional.of(EFFECTS),
            "Returns success, failures, p50 to p99; in the background run_id, waits_at."),
        Schema.arguments(
            LoadArguments.TARGET,
            LoadArguments.rate("cps", 10),
            LoadArguments.duration("duration", 10),
            optional(
                "scenario",
                text("uac calls").oneOf("uac", "options", "register", "invite_uas_ringing", "uas")),
            LoadArguments.LABEL,
            LoadArguments.BACKGROUND,
            LoadArguments.LIVE),
        List.of(
            "Run a SIPp load test with OPTIONS against the lab",
            "Start a SIPp uas in the background that answers calls",
            "Send 100 calls with SIPp to 10.0.0.5"),
        this::test);
  }

  private LoadJob.Read test(Arguments arguments, LoadPlace place) {
    String word = arguments.maybeText("scenario").orElse("uac");
    ScenarioKind kind = ScenarioKind.parse(word).orElse(ScenarioKind.INVITE);
    String user = place.user().orElse(kind == ScenarioKind.REGISTER ? "load" : "callee");
    ScenarioOrder order =
        new ScenarioOrder(
            kind,
            kind == ScenarioKind.REGISTER ? user : "caller",
            user,
            place.domain(),
            1,
            false,
            1_000,
            500,
            REGISTERED);
    int seconds = arguments.integer("duration", 10);
    int callMs = kind == ScenarioKind.INVITE ? order.holdMs() : 0;
    return wanted(place, order, limits(arguments.integer("cps", 10), seconds, callMs));
  }
}
