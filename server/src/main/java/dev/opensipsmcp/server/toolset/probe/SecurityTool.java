package dev.opensipsmcp.server.toolset.probe;

import static dev.opensipsmcp.server.tool.Schema.integer;
import static dev.opensipsmcp.server.tool.Schema.list;
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
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.common.ToolError;
import dev.opensipsmcp.sip.probe.ProbeTarget;
import dev.opensipsmcp.sip.probe.ProbeTargets.Found;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The tool {@code security_probe_node}.
 *
 * @param desk where it may go
 */
record SecurityTool(ProbeDesk desk) implements Work.Change {
  private static final String DOMAIN = "domain";
  private static final String USER = "known_user";
  private static final String TLS = "tls_port";
  private static final String MI = "mi_port";
  private static final int TLS_PORT = 5061;
  private static final int MI_PORT = 8888;
  private static final String WORD = "[A-Za-z0-9_.+-]{1,128}";
  private static final Duration LIMIT = Duration.ofSeconds(90);

  Tool tool() {
    return new Tool(
        "security_probe_node",
        ProbeToolset.NAME,
        "What a node shows to attackers",
        new Description(
            "Probe your own node as a stranger would: version told, users told, relay, MI, TLS.",
            "Use when a node was set up or opened to the internet.",
            Optional.of("Not for certificates; use `tls_check_handshake`."),
            Optional.of(
                "Effects: 6 OPTIONS and REGISTER, 1 HTTP and 4 TLS tries; no call, nothing stays;"
                    + " pike or fail2ban may ban this host. No undo."),
            "Returns each check with result, evidence and what to change in opensips.cfg."),
        new Demand(Scope.MI_WRITE, Risk.DISRUPTIVE),
        true,
        Schema.arguments(
            ProbeDesk.target(),
            ProbeDesk.transport(),
            optional(DOMAIN, text("SIP domain; the target when absent").longest(253)),
            optional(USER, text("A real user, to compare with none").longest(128)),
            optional(TLS, integer("SIP over TLS").between(1, 65_535).byDefault(TLS_PORT)),
            optional(MI, integer("MI over HTTP").between(1, 65_535).byDefault(MI_PORT))),
        Schema.object(
            "Security",
            required("target", text("What was asked: transport:address:port")),
            required(
                "checks",
                list(
                    "Each one",
                    Schema.object(
                        "Check",
                        required("check", text("What was looked at")),
                        required("result", text("ok, unknown, low, medium or high")),
                        required("evidence", text("What was seen")),
                        optional("change", text("What to change in opensips.cfg"))))),
            required("verdict", text("The worst of it"))),
        Needs.NOTHING,
        List.of(
            "Is our edge node an open relay, or does it tell its version?",
            "Check from outside whether the MI of 10.0.0.5 is exposed",
            "Security check of our SIP node: user enumeration, old TLS versions"),
        List.of(),
        this);
  }

  @Override
  public Duration limit(Arguments arguments) {
    return LIMIT;
  }

  @Override
  public Plan plan(Arguments arguments, ReadPorts ports) {
    boolean plain =
        arguments.maybeText(DOMAIN).orElse("a").matches(WORD)
            && arguments.maybeText(USER).orElse("a").matches(WORD);
    if (!plain) {
      return new Plan.Refused(
          ToolError.ARGUMENTS_WRONG.failure(
              "domain or known_user is no plain name.", "Give them without sip:, @ or port."));
    }
    return switch (desk.find(arguments)) {
      case Found.Allowed(ProbeTarget target) ->
          new Plan.Ready(
              "Look at the security of " + target + " from outside.",
              ProbeDesk.kept(target),
              new JsonObject(),
              List.of(
                  "The node gets 6 requests of a stranger, and may count or ban this host.",
                  "One HTTP request asks its MI for the version; 4 handshakes try its TLS port."),
              "What was sent can't be called back.");
      case Found refused -> new Plan.Refused(ProbeDesk.failure(refused));
    };
  }

  @Override
  public Outcome apply(Plan.Ready plan, Arguments arguments, WritePorts ports) {
    ProbeTarget target = ProbeDesk.target(plan.target());
    String domain = arguments.maybeText(DOMAIN).orElse(Uris.host(target));
    return desk.run(() -> {
      List<Check> checks =
          new SipChecks(target, domain, ports::withdrawn).run(arguments.maybeText(USER));
      checks.add(OtherPorts.management(at(target, arguments.integer(MI, MI_PORT))));
      checks.add(OtherPorts.tls(at(target, arguments.integer(TLS, TLS_PORT))));
      return new Outcome.Value(json(target, checks));
    });
  }

  private static ProbeTarget at(ProbeTarget target, int port) {
    return new ProbeTarget(target.transport(), target.address(), port, target.name(), "/");
  }

  private static JsonObject json(ProbeTarget target, List<Check> checks) {
    JsonObject json = Json.object("target", target.toString());
    JsonArray all = new JsonArray();
    checks.forEach(check -> all.add(check.json()));
    json.add("checks", all);
    Check.Result worst =
        checks.stream().map(Check::result).max(Check.Result::compareTo).orElse(Check.Result.OK);
    long found = checks.stream().filter(it -> it.result().compareTo(Check.Result.LOW) >= 0).count();
    json.addProperty(
        "verdict",
        switch (worst) {
          case OK -> "Nothing was found in what was looked at.";
          case UNKNOWN -> "Nothing was found, but not everything could be looked at.";
          case LOW, MEDIUM, HIGH ->
              found + " found, the worst is " + worst.name().toLowerCase(Locale.ROOT) + ".";
        });
    return json;
  }
}
