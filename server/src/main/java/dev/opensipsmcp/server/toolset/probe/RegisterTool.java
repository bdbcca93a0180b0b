package dev.opensipsmcp.server.toolset.probe;

import static dev.opensipsmcp.server.tool.Schema.list;
import static dev.opensipsmcp.server.tool.Schema.map;
import static dev.opensipsmcp.server.tool.Schema.optional;
import static dev.opensipsmcp.server.tool.Schema.required;
import static dev.opensipsmcp.server.tool.Schema.text;

import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Demand;
import dev.opensipsmcp.server.tool.Description;
import dev.opensipsmcp.server.tool.Needs;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Scope;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.Work;
import java.util.List;
import java.util.Optional;

/**
 * The tool {@code sip_register_probe}. Without a password it asks one question; with one it
 * registers, which a person approves.
 *
 * @param desk where it may go
 */
record RegisterTool(ProbeDesk desk) implements Work.PerCall {
  static final String AOR = "aor";
  static final String USERNAME = "username";
  static final String PASSWORD = "password_from";

  Tool tool() {
    return new Tool(
        "sip_register_probe",
        ProbeToolset.NAME,
        "Try a registrar",
        new Description(
            "Probe a registrar: its challenges; given a password, whether it registers.",
            "Use when phones can't register.",
            Optional.of("Not for who is registered; use `registration_list`."),
            Optional.of(
                "Effects: given a password, and if nobody is registered, its own contact"
                    + " briefly; calls go there. Wrong passwords may ban this host. Undo: by itself."),
            "Returns stage, challenges, answers, verdict."),
        new Demand(Scope.MI_WRITE, Risk.DISRUPTIVE),
        true,
        Schema.arguments(
            ProbeDesk.target(),
            required(AOR, text("Such as sip:alice@example.org").longest(300)),
            ProbeDesk.transport(),
            optional(USERNAME, text("Digest user if another").longest(128)),
            optional(
                PASSWORD,
                text("file:, env: or stored: with a NAME")
                    .matching("^(file|env|stored):.{1,64}$")
                    .examples("stored:alice")),
            ProbeDesk.timeout(RegisterWork.USUAL_SECONDS)),
        Schema.object(
            "Try",
            required("target", text("What was asked: transport:address:port")),
            optional("tried", Schema.texts("Servers of the domain before it, that were silent")),
            required("stage", text("How far it came, such as challenged, rejected")),
            required(
                "challenges", list("Of the first answer", map("realm, algorithm, qop, stale"))),
            required("others", Schema.texts("Contacts of others; those were left alone")),
            optional("contact", text("Its own contact")),
            required("requests", list("In order", map("purpose, and what came of it"))),
            Heard.peer(),
            required("verdict", text("What it comes to")),
            required("next", text("What to do"))),
        Needs.NOTHING,
        List.of(
            "Can a phone register as sip:alice@example.org at 10.0.0.5?",
            "What does our registrar challenge with: realm, algorithm, qop?",
            "Test a registration with the stored password and clean up"),
        List.of(),
        this);
  }

  @Override
  public Choice choose(Arguments arguments, ReadPorts ports) {
    Risk risk = arguments.has(PASSWORD) ? Risk.DISRUPTIVE : Risk.REVERSIBLE;
    return new Choice.Chosen(new Demand(Scope.MI_WRITE, risk), new RegisterWork(desk));
  }
}
