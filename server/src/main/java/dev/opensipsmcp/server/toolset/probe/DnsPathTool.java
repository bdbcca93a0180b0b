package dev.opensipsmcp.server.toolset.probe;

import static dev.opensipsmcp.server.tool.Schema.list;
import static dev.opensipsmcp.server.tool.Schema.map;
import static dev.opensipsmcp.server.tool.Schema.required;
import static dev.opensipsmcp.server.tool.Schema.text;

import com.google.gson.JsonArray;
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
import dev.opensipsmcp.sip.message.SipUri;
import dev.opensipsmcp.sip.message.SipUris;
import dev.opensipsmcp.sip.probe.Dns;
import dev.opensipsmcp.sip.probe.DnsAnswer;
import dev.opensipsmcp.sip.probe.DnsPath;
import dev.opensipsmcp.sip.probe.DnsPaths;
import dev.opensipsmcp.sip.probe.DnsRecord;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The tool {@code sip_get_dns_path}.
 *
 * @param dns makes what asks the name servers of this host
 */
record DnsPathTool(Supplier<Dns> dns) implements Work.Timed {
  private static final String URI = "uri";
  private static final Duration ASKING = Duration.ofSeconds(20);
  private static final Duration LIMIT = Duration.ofSeconds(40);

  Tool tool() {
    return new Tool(
        "sip_get_dns_path",
        ProbeToolset.NAME,
        "DNS path of a SIP URI",
        new Description(
            "Get the servers that a SIP URI leads to: NAPTR, SRV and A/AAAA, in order, with TTL.",
            "Use when calls to a domain go nowhere or to the wrong place, or a record was changed.",
            Optional.of("Not for whether these servers answer; use `sip_options_ping`."),
            Optional.empty(),
            "Returns the hops as tried, the questions with answers, and remarks. Asks this host's"
                + " name servers, not the node's; /etc/hosts does not count."),
        new Demand(Scope.HEALTH_READ, Risk.READ),
        true,
        Schema.arguments(
            required(
                URI,
                text("SIP URI or bare domain")
                    .longest(300)
                    .examples("sip:example.org", "sips:bob@example.org"))),
        Schema.object(
            "Path",
            required("uri", text("What was asked")),
            required(
                "hops",
                list(
                    "In the order they are tried",
                    Schema.object(
                        "Server",
                        required("transport", text("udp, tcp, tls, ws or wss")),
                        required("host", text("Its name")),
                        required("address", text("Its address")),
                        required("port", Schema.integer("Its port")),
                        required("priority", Schema.integer("Of SRV; lower first")),
                        required("weight", Schema.integer("Of SRV")),
                        required("share_percent", Schema.integer("First tries in its priority")),
                        Schema.optional("ttl", Schema.integer("Seconds it may be kept"))))),
            required("asked", list("Questions in order", map("name, type, answer or records"))),
            required("remarks", Schema.texts("What is wrong or noteworthy"))),
        Needs.NOTHING,
        List.of(
            "Where does sip:example.org lead by NAPTR and SRV?",
            "Resolve the SIP domain of our carrier with TTLs",
            "Which server is tried first for this SIP domain according to DNS?"),
        List.of("sip_dns_path"),
        this);
  }

  @Override
  public Duration limit(Arguments arguments) {
    return LIMIT;
  }

  @Override
  public Outcome run(Arguments arguments, ReadPorts ports) {
    String given = arguments.text(URI).strip();
    boolean bare = !given.regionMatches(true, 0, "sip", 0, 3) || given.indexOf(':') < 0;
    Optional<SipUri> uri =
        SipUris.parse(bare ? "sip:" + given : given)
            .filter(it -> it.scheme().startsWith("sip") && it.host().matches("[A-Za-z0-9_.:-]+"));
    if (uri.isEmpty()) {
      return ToolError.ARGUMENTS_WRONG.failure(
          "That is neither a SIP URI nor a domain.", "Write it as sip:example.org.");
    }
    long end = System.nanoTime() + ASKING.toNanos();
    DnsPath path =
        DnsPaths.of(uri.get(), dns.get(), () -> ports.cancelled() || System.nanoTime() - end > 0);
    JsonObject json = Json.object(URI, Heard.text(uri.get().text()));
    json.add("hops", hops(path));
    json.add("asked", asked(path));
    json.add("remarks", Json.texts(path.remarks()));
    return new Outcome.Value(json);
  }

  private static JsonArray hops(DnsPath path) {
    JsonArray all = new JsonArray();
    for (DnsPath.Hop hop : path.hops()) {
      JsonObject json = Json.object("transport", hop.transport().word());
      json.addProperty("host", hop.host());
      json.addProperty("address", hop.address());
      json.addProperty("port", hop.port());
      json.addProperty("priority", hop.priority());
      json.addProperty("weight", hop.weight());
      json.addProperty("share_percent", hop.share());
      if (hop.ttl() >= 0) {
        json.addProperty("ttl", hop.ttl());
      }
      all.add(json);
    }
    return all;
  }

  private static JsonArray asked(DnsPath path) {
    JsonArray all = new JsonArray();
    for (DnsPath.Asked one : path.asked()) {
      JsonObject json = Json.object("name", one.name());
      json.addProperty("type", one.type().name());
      switch (one.answer()) {
        case DnsAnswer.Records(List<DnsRecord> records) -> {
          JsonArray told = new JsonArray();
          records.forEach(record -> told.add(Heard.text(told(record))));
          json.add("records", told);
        }
        case DnsAnswer.Nothing(boolean exists) ->
            json.addProperty("answer", exists ? "no such record" : "no such name");
        case DnsAnswer.Failed(String why) -> json.addProperty("answer", why);
      }
      all.add(json);
    }
    return all;
  }

  private static String told(DnsRecord record) {
    String ttl = "ttl " + record.ttl() + ": ";
    return switch (record) {
      case DnsRecord.Address one -> ttl + one.text();
      case DnsRecord.Alias one -> ttl + "alias of " + one.target();
      case DnsRecord.Service one ->
          ttl
              + String.join(
                  " ",
                  String.valueOf(one.priority()),
                  String.valueOf(one.weight()),
                  String.valueOf(one.port()),
                  one.target());
      case DnsRecord.Pointer one ->
          ttl
              + String.join(
                  " ",
                  String.valueOf(one.order()),
                  String.valueOf(one.preference()),
                  one.flags(),
                  one.service(),
                  one.replacement());
    };
  }
}
