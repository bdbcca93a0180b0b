package dev.opensipsmcp.server.toolset.probe;

import static dev.opensipsmcp.server.tool.Schema.integer;
import static dev.opensipsmcp.server.tool.Schema.list;
import static dev.opensipsmcp.server.tool.Schema.map;
import static dev.opensipsmcp.server.tool.Schema.optional;
import static dev.opensipsmcp.server.tool.Schema.required;
import static dev.opensipsmcp.server.tool.Schema.text;

import com.google.gson.JsonArray;
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
import dev.opensipsmcp.server.toolset.common.ToolError;
import dev.opensipsmcp.sip.probe.ProbeFailure;
import dev.opensipsmcp.sip.probe.ProbeLimits;
import dev.opensipsmcp.sip.probe.ProbeOutcome;
import dev.opensipsmcp.sip.probe.ProbeRoutes.Route;
import dev.opensipsmcp.sip.probe.ProbeTarget;
import dev.opensipsmcp.sip.probe.ProbeTargets.Found;
import dev.opensipsmcp.sip.probe.SipProber;
import dev.opensipsmcp.sip.probe.SipRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The tool {@code sip_options_ping}.
 *
 * @param desk where it may go
 */
record OptionsPing(ProbeDesk desk) implements Work.Change {
  /** What From says when nobody says otherwise; nobody can call back. */
  static final String NOBODY = "sip:opensips-mcp@opensips-mcp.invalid";

  private static final String COUNT = "count";
  private static final int USUAL_COUNT = 4;
  private static final int USUAL_SECONDS = 2;
  private static final Duration BETWEEN = Duration.ofMillis(200);
  private static final Duration LONGEST = Duration.ofSeconds(90);
  private static final Duration AROUND = Duration.ofSeconds(25);

  Tool tool() {
    return new Tool(
        "sip_options_ping",
        ProbeToolset.NAME,
        "Ping a SIP server",
        new Description(
            "Ping a SIP server with OPTIONS over UDP, TCP, TLS or WebSocket.",
            "Use when a gateway, peer or node may be down or slow.",
            Optional.of("Not for certificates; use `tls_check_handshake`."),
            Optional.of(
                "Effects: the target gets these requests from this host, five a second at most;"
                    + " calls go on. No undo."),
            "Returns answered, lost, times, the last answer and a verdict; 403 is an answer too."),
        new Demand(Scope.MI_WRITE, Risk.REVERSIBLE),
        true,
        Schema.arguments(
            ProbeDesk.target(),
            ProbeDesk.transport(),
            optional(COUNT, integer("Requests").between(1, 20).byDefault(USUAL_COUNT)),
            ProbeDesk.timeout(USUAL_SECONDS),
            optional("from_uri", text("From URI; made up when absent").matching(Uris.PLAIN)),
            ProbeDesk.allowPublic()),
        Schema.object(
            "Ping",
            required("target", text("What was asked: transport:address:port")),
            optional("tried", Schema.texts("Servers of the domain before it, and why not they")),
            required("sent", integer("Requests, repeats of UDP not counted")),
            required("answered", integer("With a final answer, whatever its code")),
            required("loss_percent", integer("Share without one")),
            optional("rtt_ms", map("min, median, p95, max, mean, jitter")),
            optional("connect_ms", Schema.number("Making the connection, TLS included")),
            optional("tls", map("protocol and cipher; certificates are not checked here")),
            Heard.peer(),
            required(
                "requests",
                list("Each one", map("code, reason, rtt_ms or failure; sent, provisional, stray"))),
            required("verdict", text("What it comes to")),
            required("next", text("What to do"))),
        Needs.NOTHING,
        List.of(
            "Does the carrier at 10.1.2.3:5060 answer OPTIONS?",
            "SIP ping our proxy over TLS five times and show the round-trip time",
            "Is the gateway reachable over WebSocket from here?"),
        List.of(),
        this);
  }

  @Override
  public Duration limit(Arguments arguments) {
    return LONGEST.plus(AROUND);
  }

  @Override
  public Plan plan(Arguments arguments, ReadPorts ports) {
    if (!arguments.maybeText("from_uri").orElse(NOBODY).matches(Uris.SIP)) {
      return new Plan.Refused(
          ToolError.ARGUMENTS_WRONG.failure(
              "from_uri is no SIP URI.", "Write it as sip:user@host, or leave it out."));
    }
    return switch (desk.route(arguments, ports)) {
      case Route.Open route -> {
        int count = arguments.integer(COUNT, USUAL_COUNT);
        ProbeTarget first = route.targets().getFirst();
        List<String> effects = new ArrayList<>();
        effects.add("The target sees requests of this host and answers them; nothing stays.");
        effects.addAll(ProbeDesk.more(route));
        yield new Plan.Ready(
            "Send " + count + " OPTIONS to " + first + " (" + first.name() + ").",
            ProbeDesk.kept(route),
            new JsonObject(),
            effects,
            "What was sent can't be called back.");
      }
      case Route.None(Found why) -> new Plan.Refused(ProbeDesk.failure(why));
    };
  }

  @Override
  public Outcome apply(Plan.Ready plan, Arguments arguments, WritePorts ports) {
    return desk.run(() -> {
      long begun = System.nanoTime();
      boolean located = ProbeDesk.located(plan.target());
      List<ProbeTarget> targets = ProbeDesk.targets(plan.target());
      JsonArray tried = new JsonArray();
      int count = arguments.integer(COUNT, USUAL_COUNT);
      for (ProbeTarget target : targets.subList(0, targets.size() - 1)) {
        PingResult first = new PingResult(target);
        JsonObject result = ping(first, located, 1, begun, arguments, ports);
        if (first.serves() && count > 1 && !ports.withdrawn()) {
          result = ping(first, located, count - 1, begun, arguments, ports);
        }
        if (first.serves() || ports.withdrawn()) {
          return told(result, tried);
        }
        tried.add(first.inShort());
      }
      return told(
          ping(new PingResult(targets.getLast()), located, count, begun, arguments, ports), tried);
    });
  }

  private static Outcome told(JsonObject result, JsonArray tried) {
    if (!tried.isEmpty()) {
      result.add("tried", tried);
    }
    return new Outcome.Value(result);
  }

  private static JsonObject ping(
      PingResult result,
      boolean located,
      int count,
      long begun,
      Arguments arguments,
      WritePorts ports) {
    ProbeTarget target = result.target();
    double seconds = ProbeDesk.seconds(arguments, USUAL_SECONDS);
    ProbeLimits limits = ProbeLimits.of(Duration.ofMillis(Math.round(1_000 * seconds)));
    String uri = located ? Uris.ofDomain(target) : Uris.of(target, Optional.empty());
    String from = arguments.maybeText("from_uri").orElse(NOBODY);
    try (SipProber prober = new SipProber(target, limits, ports::withdrawn)) {
      for (int number = 1; number <= count; number++) {
        ProbeOutcome outcome =
            prober.ask(local ->
                SipRequest.of("OPTIONS", uri, from, uri)
                    .with(
                        List.of(
                            "Contact: <" + Uris.contact("ping", local, target.transport()) + ">",
                            "Accept: application/sdp")));
        if (stopped(outcome)) {
          break;
        }
        result.add(outcome);
        ports.progress(number, count, "probe " + number);
        if (System.nanoTime() - begun > LONGEST.toNanos()) {
          break;
        }
        if (number < count) {
          prober.pause(BETWEEN);
        }
      }
      return result.json(prober);
    }
  }

  private static boolean stopped(ProbeOutcome outcome) {
    return outcome instanceof ProbeOutcome.Failed(ProbeFailure failure, _, _, _)
        && failure.kind() == ProbeFailure.Kind.STOPPED;
  }
}
