package dev.opensipsmcp.server.toolset.probe;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.opensipsmcp.server.secret.Secrets;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.common.SipHost;
import dev.opensipsmcp.server.toolset.common.ToolError;
import dev.opensipsmcp.server.toolset.evidence.EvidenceDesk;
import dev.opensipsmcp.sip.probe.Dns;
import dev.opensipsmcp.sip.probe.ProbeRoutes;
import dev.opensipsmcp.sip.probe.ProbeRoutes.Route;
import dev.opensipsmcp.sip.probe.ProbeTarget;
import dev.opensipsmcp.sip.probe.ProbeTargets;
import dev.opensipsmcp.sip.probe.ProbeTargets.Found;
import dev.opensipsmcp.sip.probe.ProbeTransport;
import dev.opensipsmcp.sip.probe.Reachable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * What probes share: where they may go, how many may run, and the arguments that say where to.
 *
 * @param evidence the settings, and the configured nodes, whose own hosts are allowed
 * @param secrets where passwords come from
 * @param dns makes what asks the name servers of this host
 * @param running how many more may begin
 */
record ProbeDesk(EvidenceDesk evidence, Secrets secrets, Supplier<Dns> dns, Semaphore running) {
  static final String TARGET = "target";
  static final String TRANSPORT = "transport";
  static final String TIMEOUT = "timeout_sec";
  static final String PATH = "path";
  private static final String LOCATED = "located";
  private static final String OTHERS = "others";
  private static final Duration ASKING = Duration.ofSeconds(10);
  private static final int AT_ONCE = 4;
  private static final double SHORTEST = 0.2;
  private static final double LONGEST = 10;

  static ProbeDesk of(EvidenceDesk evidence, Secrets secrets, Supplier<Dns> dns) {
    return new ProbeDesk(evidence, secrets, dns, new Semaphore(AT_ONCE));
  }

  static Schema.Property target() {
    return Schema.required(
        TARGET, Schema.text("host, host:port or SIP URI").longest(300).examples("10.0.0.5:5060"));
  }

  static Schema.Property transport() {
    return Schema.optional(
        TRANSPORT,
        Schema.text("The URI's, or udp, when absent").oneOf("udp", "tcp", "tls", "ws", "wss"));
  }

  static Schema.Property timeout(int otherwise) {
    return Schema.optional(
        TIMEOUT, Schema.number("Per request, from 0.2").between(0, 10).byDefault(otherwise));
  }

  static Schema.Property allowPublic() {
    return Schema.optional(
        "allow_public", Schema.flag("No effect; only probes.allow opens").byDefault(false));
  }

  /** {@return the seconds that a request may take, within its bounds} */
  static double seconds(Arguments arguments, double otherwise) {
    double asked = arguments.has(TIMEOUT) ? arguments.json().get(TIMEOUT).getAsDouble() : otherwise;
    return Math.clamp(asked, SHORTEST, LONGEST);
  }

  /** {@return where the call leads} */
  Found find(Arguments arguments) {
    return find(arguments.text(TARGET), arguments);
  }

  /** {@return the servers to which the call leads, in the order in which they are tried} */
  Route route(Arguments arguments, ReadPorts ports) {
    long end = System.nanoTime() + ASKING.toNanos();
    return ProbeRoutes.find(
        reachable(),
        arguments.text(TARGET),
        transport(arguments),
        "/",
        dns.get(),
        () -> ports.cancelled() || System.nanoTime() - end > 0);
  }

  private static Optional<ProbeTransport> transport(Arguments arguments) {
    return arguments.maybeText(TRANSPORT).flatMap(ProbeTransport::parse);
  }

  /** {@return where a text leads, with the call's transport and path} */
  Found find(String target, Arguments arguments) {
    return ProbeTargets.find(reachable(), target, transport(arguments), "/");
  }

  private Reachable reachable() {
    List<String> allow = new ArrayList<>(evidence.settings().probes().allow());
    evidence.nodes().stream().map(SipHost::ofUrl).filter(it -> !it.isEmpty()).forEach(allow::add);
    return new Reachable(allow);
  }

  /** {@return why nothing is sent} */
  static Outcome.Failure failure(Found found) {
    return switch (found) {
      case Found.Wrong(String why) ->
          ToolError.ARGUMENTS_WRONG.failure(why, "Give for example 10.0.0.5:5060.");
      case Found.Unknown(String host) ->
          ToolError.TARGET_NOT_FOUND.failure(
              host + " has no address.",
              "Check the name; sip_get_dns_path shows what the DNS says of it.");
      case Found.Forbidden(String host) -> forbidden(host);
      case Found.Allowed(ProbeTarget target) -> forbidden(target.host());
    };
  }

  private static Outcome.Failure forbidden(String host) {
    return ToolError.PROBE_NOT_ALLOWED.failure(
        host + " has no address that is private, a configured node's, or allowed.",
        "Ask whoever runs this server to add it to probes.allow; allow_public alone opens nothing.");
  }

  /** {@return the target as a plan keeps it: the address that was checked} */
  static JsonObject kept(ProbeTarget target) {
    JsonObject json = Json.object(TRANSPORT, target.transport().word());
    json.addProperty("address", target.host());
    json.addProperty("port", target.port());
    json.addProperty("name", target.name());
    json.addProperty(PATH, target.path());
    return json;
  }

  /** {@return the servers as a plan keeps them: the first, and behind it those that follow} */
  static JsonObject kept(Route.Open route) {
    JsonObject json = kept(route.targets().getFirst());
    if (route.located()) {
      json.addProperty(LOCATED, true);
      JsonArray others = new JsonArray();
      route.targets().stream().skip(1).map(ProbeDesk::kept).forEach(others::add);
      json.add(OTHERS, others);
    }
    return json;
  }

  /** {@return the servers that a plan keeps, in the order in which they are tried} */
  static List<ProbeTarget> targets(JsonObject kept) {
    List<ProbeTarget> all = new ArrayList<>();
    all.add(target(kept));
    if (kept.get(OTHERS) instanceof JsonArray others) {
      others.forEach(other -> all.add(target(other.getAsJsonObject())));
    }
    return all;
  }

  /** {@return whether the DNS named the servers that a plan keeps} */
  static boolean located(JsonObject kept) {
    return kept.has(LOCATED);
  }

  /** {@return what a plan says of servers behind the first; empty when there are none} */
  static List<String> more(Route.Open route) {
    List<String> all = new ArrayList<>();
    if (route.targets().size() > 1) {
      all.add(
          "Where one does not answer the next is asked: "
              + String.join(
                  ", ", route.targets().stream().skip(1).map(ProbeTarget::toString).toList())
              + ".");
    }
    all.addAll(route.remarks());
    return all;
  }

  /** {@return the target that a plan keeps; nothing is looked up again} */
  static ProbeTarget target(JsonObject kept) {
    return ProbeTargets.of(
            Json.text(kept, TRANSPORT),
            Json.text(kept, "address"),
            (int) Json.number(kept, "port", 0),
            Json.text(kept, "name"),
            Json.text(kept, PATH))
        .orElseThrow();
  }

  /** {@return what the work comes to, unless too many probes run already} */
  Outcome run(Supplier<Outcome> work) {
    if (!running.tryAcquire()) {
      return ToolError.PROBE_BUSY.failure(
          AT_ONCE + " probes are running.", "Wait until one has ended, then call again.");
    }
    try {
      return work.get();
    } finally {
      running.release();
    }
  }
}
