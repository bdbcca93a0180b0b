package dev.opensipsmcp.server.toolset.tls;

import com.google.gson.JsonObject;
import dev.opensipsmcp.server.config.EvidenceEntry.ProbeEntry;
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
import dev.opensipsmcp.sip.net.IpAddress;
import dev.opensipsmcp.sip.probe.Reachable;
import dev.opensipsmcp.sip.probe.TlsHandshake;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * The tool {@code tls_check_handshake}.
 *
 * @param clock the time that days are counted from
 * @param probes where it may go
 */
record TlsCheckHandshake(InstantSource clock, ProbeEntry probes) implements Work.Change {
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final String ADDRESS = "address";
  private static final String PORT = "port";
  private static final String NAME = "name";

  static Tool tool(InstantSource clock, ProbeEntry probes) {
    return new Tool(
        "tls_check_handshake",
        TlsToolset.NAME,
        "Check what a TLS port shows",
        new Description(
            "Check a TLS port by one handshake: protocol, cipher, chain, names, days left.",
            "Use when TLS peers can't connect, or to see which certificate is really served.",
            Optional.of("Not for certificates in the database; use `tls_check_expiry`."),
            Optional.of(
                "Effects: the port gets one connection of this host, which ends after the"
                    + " handshake; calls go on. No undo."),
            "Returns the handshake's figures, whether the chain is trusted, and findings."
                + " Only private or allowed addresses."),
        new Demand(Scope.MI_WRITE, Risk.REVERSIBLE),
        true,
        Schema.arguments(
            Schema.required("host", Schema.text("Name or address").longest(253)),
            Schema.optional("port", Schema.integer("TLS port").between(1, 65_535).byDefault(5061)),
            TlsCheckPem.ASKED),
        Schema.object(
            "Handshake",
            Schema.required("address", Schema.text("The address that was asked")),
            Schema.required("port", Schema.integer("The port that was asked")),
            Schema.required("protocol", Schema.text("TLS version agreed on")),
            Schema.required("cipher", Schema.text("Cipher suite agreed on")),
            Schema.required("trusted", Schema.flag("Whether the authorities here trust it")),
            Schema.required("days_left", Schema.integer("Of the server's certificate")),
            ChainCheck.certificates(),
            ChainCheck.findings()),
        Needs.NOTHING,
        List.of(
            "Which certificate does 10.0.0.5:5061 serve?",
            "Check the TLS handshake of our edge proxy",
            "Does the SIP TLS port offer TLS 1.3, and until when is its certificate valid?"),
        List.of(),
        new TlsCheckHandshake(clock, probes));
  }

  @Override
  public Duration limit(Arguments arguments) {
    return LIMIT;
  }

  /** Looks the name up; the address that is checked here is the one that is asked. */
  @Override
  public Plan plan(Arguments arguments, ReadPorts ports) {
    String host = arguments.text("host");
    String name = arguments.maybeText(NAME).orElse(host);
    int port = arguments.integer(PORT, 5061);
    if (!host.matches("[A-Za-z0-9_.-]{1,253}|[0-9A-Fa-f:.]{2,45}")
        || !name.matches("[A-Za-z0-9_.-]{1,253}|[0-9A-Fa-f:.]{2,45}")) {
      return new Plan.Refused(
          ToolError.ARGUMENTS_WRONG.failure(
              "That is neither a name nor an address.",
              "Give host without scheme, port or brackets."));
    }
    return switch (new Reachable(probes.allow()).find(host)) {
      case Reachable.Way.Unknown _ ->
          new Plan.Refused(
              ToolError.TARGET_NOT_FOUND.failure(
                  "The name has no address.", "Check the name, or give an address."));
      case Reachable.Way.Closed _ ->
          new Plan.Refused(
              ToolError.TLS_NOT_ALLOWED.failure(
                  host + " has no address that is private or allowed.",
                  "Ask whoever runs this server to add it to probes.allow."));
      case Reachable.Way.Open(IpAddress address) -> {
        JsonObject target = Json.object(ADDRESS, address.toString());
        target.addProperty(PORT, port);
        target.addProperty(NAME, name);
        yield new Plan.Ready(
            "Make one TLS handshake with " + address + ", port " + port + " (" + name + ").",
            target,
            new JsonObject(),
            List.of("The server sees a connection of this host that ends after the handshake."),
            "What was sent can't be called back.");
      }
    };
  }

  @Override
  public Outcome apply(Plan.Ready plan, Arguments arguments, WritePorts ports) {
    return shaken(
        IpAddress.of(Json.text(plan.target(), ADDRESS)).orElseThrow(),
        (int) Json.number(plan.target(), PORT, 0),
        Json.text(plan.target(), NAME));
  }

  private Outcome shaken(IpAddress address, int port, String name) {
    boolean literal = IpAddress.of(name).isPresent();
    try {
      return checked(
          address,
          port,
          name,
          TlsHandshake.with(address, port, literal ? Optional.empty() : Optional.of(name)));
    } catch (IOException | IllegalArgumentException e) {
      return ToolError.TLS_FAILED.failure(
          "No handshake with " + address + ", port " + port + ": " + cause(e),
          "Check that the port speaks TLS, and that nothing filters it.");
    }
  }

  private static String cause(Exception e) {
    String message = String.valueOf(e.getMessage());
    return message.length() <= 200 ? message : message.substring(0, 200);
  }

  private Outcome checked(IpAddress address, int port, String name, TlsHandshake shown)
      throws IOException {
    JsonObject json = Json.object(ADDRESS, address.toString());
    json.addProperty(PORT, port);
    json.addProperty("protocol", shown.protocol());
    json.addProperty("cipher", shown.cipher());
    Optional<String> doubt = new Authorities(probes.certificates()).doubt(shown.chain());
    json.addProperty("trusted", doubt.isEmpty());
    new ChainCheck(shown.chain(), Optional.of(name), clock.instant()).addTo(json);
    json.add(
        "days_left", json.getAsJsonArray("certificates").get(0).getAsJsonObject().get("days_left"));
    doubt.ifPresent(why ->
        json.getAsJsonArray("findings")
            .add(ChainCheck.finding("not_trusted", "The authorities here say: " + why)));
    return new Outcome.Value(json);
  }
}
