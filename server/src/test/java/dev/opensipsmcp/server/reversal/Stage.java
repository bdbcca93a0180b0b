package dev.opensipsmcp.server.reversal;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import dev.opensipsmcp.db.Database;
import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.MiCommand;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.lab.LabFeature;
import dev.opensipsmcp.lab.LabNode;
import dev.opensipsmcp.lab.LabSettings;
import dev.opensipsmcp.mi.MiClient;
import dev.opensipsmcp.mi.MiEndpoint;
import dev.opensipsmcp.mi.MiRequest;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.mi.MiSettings;
import dev.opensipsmcp.mi.event.SubscriptionSettings;
import dev.opensipsmcp.server.approval.Approvals;
import dev.opensipsmcp.server.audit.AuditLog;
import dev.opensipsmcp.server.demo.DatabaseTables;
import dev.opensipsmcp.server.events.EventEars;
import dev.opensipsmcp.server.events.EventOptions;
import dev.opensipsmcp.server.events.EventSource;
import dev.opensipsmcp.server.gate.Catalogue;
import dev.opensipsmcp.server.gate.GateParts;
import dev.opensipsmcp.server.gate.GateReply;
import dev.opensipsmcp.server.gate.GateSettings;
import dev.opensipsmcp.server.gate.Invocation;
import dev.opensipsmcp.server.gate.NodeFleet;
import dev.opensipsmcp.server.gate.StandardGate;
import dev.opensipsmcp.server.instance.FleetReads;
import dev.opensipsmcp.server.instance.Instance;
import dev.opensipsmcp.server.instance.Instances;
import dev.opensipsmcp.server.journal.ChangeJournal;
import dev.opensipsmcp.server.policy.Policy;
import dev.opensipsmcp.server.policy.Role;
import dev.opensipsmcp.server.policy.Rule;
import dev.opensipsmcp.server.policy.Verdict;
import dev.opensipsmcp.server.ratelimit.Rate;
import dev.opensipsmcp.server.redact.KnownSecrets;
import dev.opensipsmcp.server.redact.Redactor;
import dev.opensipsmcp.server.secret.Secrets;
import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.Toolset;
import dev.opensipsmcp.server.toolset.change.ChangeToolset;
import dev.opensipsmcp.server.toolset.mi.MiTable;
import dev.opensipsmcp.server.toolset.testing.AllTools;
import dev.opensipsmcp.server.toolset.testing.Neighbours;
import dev.opensipsmcp.server.toolset.testing.Nobody;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A gate that allows everything, in front of a lab node whose clock stands still. */
final class Stage implements AutoCloseable {
  private static final Clock STILL =
      Clock.fixed(Instant.parse("2026-11-20T12:00:00Z"), ZoneOffset.UTC);
  private static final Rate UNLIMITED = new Rate(1e6, 1_000_000);

  /** Reads that move by being made, or by the operating system. */
  private static final Set<String> MOVING =
      Set.of(
          "get_statistics",
          "statistics:get",
          "ps",
          "core:ps",
          "uptime",
          "core:uptime",
          // A subscription that was ended is listed until its second is over.
          "subscribers_list",
          "evi:subscribers");

  private final Version version;
  private final Path state;
  private final LabNode lab;
  private final Neighbours neighbours;
  private final MiClient client;
  private final EventEars ears;
  private final StandardGate gate;
  final ChangeJournal journal;

  Stage(Version version, Path state) {
    this(version, Set.of(), state);
  }

  Stage(Version version, Set<LabFeature> features, Path state) {
    this(
        version,
        LabSettings.of(version).withClock(STILL).with(features.toArray(LabFeature[]::new)),
        Optional.empty(),
        state);
  }

  /** A node whose tables are in a database, which the gate reaches too. */
  Stage(Version version, Database database, Path state) {
    this(
        version,
        LabSettings.of(version).withClock(STILL).withTables(new DatabaseTables(database, version)),
        Optional.of(database),
        state);
    write(state.resolve("given/certificate.pem"), "-----BEGIN CERTIFICATE-----\nAB\n");
    write(state.resolve("given/key.pem"), "-----BEGIN PRIVATE KEY-----\nCD\n");
    write(state.resolve("given/document.xml"), "<ruleset>it's \"one\"</ruleset>\n");
    write(state.resolve("given/short"), "pass-8!\n");
    write(state.resolve("given/other"), "another-password\n");
    write(state.resolve("given/url"), "mysql://opensips:pw@127.0.0.1/opensips\n");
  }

  private static void write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Stage(Version version, LabSettings settings, Optional<Database> database, Path state) {
    write(
        state.resolve("configurations/opensips.cfg"),
        "socket=udp:127.0.0.1:5060\nloadmodule \"proto_udp.so\"\nroute {\n\texit;\n}\n");
    this.version = version;
    this.state = state;
    this.neighbours = neighbours(state);
    this.lab = LabNode.of(settings);
    MiEndpoint endpoint = MiEndpoint.parse(lab.miUrl().toString());
    this.client = MiClient.of(endpoint, MiSettings.defaults());
    KnownSecrets known = new KnownSecrets(List.of());
    AuditLog audit = new AuditLog(state.resolve("audit.jsonl"), STILL);
    this.journal = new ChangeJournal(state.resolve("changes.jsonl"));
    Instances nodes =
        new Instances(
            List.of(
                new Instance(
                    "lab", client, Optional.empty(), List.of(), Optional.empty(), database)));
    this.ears =
        new EventEars(
            _ -> Optional.of(new EventSource(client, endpoint, EventOptions.defaults())),
            SubscriptionSettings.defaults());
    FleetReads fleet = new NodeFleet(nodes, new MiTable());
    Rule everything =
        new Rule(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Verdict.ALLOW);
    this.gate =
        new StandardGate(
            new GateParts(
                new Catalogue(tools(state, known, fleet)),
                nodes,
                new Policy(List.of(everything)),
                new MiTable(),
                new Approvals(state.resolve("approvals"), Duration.ofMinutes(1), 4, audit, STILL),
                audit,
                journal,
                new Redactor(known),
                (id, trace) -> {
                  throw new AssertionError(id + ": " + trace);
                },
                GateSettings.defaults().withRates(UNLIMITED, UNLIMITED),
                STILL));
  }

  private static Neighbours neighbours(Path state) {
    try {
      return Neighbours.around(state, STILL);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Tool> tools(Path state, KnownSecrets known, FleetReads fleet) {
    Secrets secrets =
        new Secrets(state, Optional.of(state.resolve("given")), Map.of(), known, STILL);
    List<Tool> tools = new ArrayList<>();
    for (Toolset toolset :
        AllTools.toolsets(STILL, state, secrets, neighbours.desk(), fleet, ears)) {
      if (!toolset.name().equals("change")) {
        tools.addAll(toolset.tools());
      }
    }
    tools.addAll(ChangeToolset.make(journal).tools());
    return tools;
  }

  GateReply call(String tool, JsonObject arguments) {
    return gate.pass(
        new Invocation(
            tool, arguments.deepCopy(), Role.ADMIN.rights("tester", false), "test", new Nobody()));
  }

  /** {@return the reply to a call, with what it says to look up first} */
  GateReply call(Sample.Call call) {
    JsonObject arguments = call.arguments().deepCopy();
    for (String name : Set.copyOf(arguments.keySet())) {
      if (arguments.get(name) instanceof JsonPrimitive value && value.isString()) {
        arguments.add(name, meant(value));
      }
    }
    return call(call.tool(), arguments);
  }

  /** A text may be looked up, or be a file below the stage's directory. */
  private JsonElement meant(JsonPrimitive value) {
    String text = value.getAsString();
    if (text.equals("<tls port>")) {
      return new JsonPrimitive(neighbours.tlsPort());
    }
    return text.startsWith("@")
        ? looked(text.substring(1))
        : new JsonPrimitive(
            text.replace("<state>", state.toString()).replace("<phone>", neighbours.phone()));
  }

  /**
   * {@return a member of what a read answers, of the first row of each list on the way; written as
   * {@code tool {arguments} member.member}}
   */
  private JsonElement looked(String what) {
    int first = what.indexOf(' ');
    int last = what.lastIndexOf(' ');
    JsonObject arguments = JsonParser.parseString(what.substring(first, last)).getAsJsonObject();
    GateReply.Done done = (GateReply.Done) call(what.substring(0, first), arguments);
    JsonElement found = done.envelope().get("data");
    for (String member : what.substring(last + 1).split("\\.")) {
      found = first(found).getAsJsonObject().get(member);
    }
    return found;
  }

  private static JsonElement first(JsonElement of) {
    return of.isJsonArray() ? of.getAsJsonArray().get(0) : of;
  }

  GateReply revert(String change) {
    JsonObject arguments = new JsonObject();
    arguments.addProperty("change_id", change);
    return call("change_revert", arguments);
  }

  LabNode lab() {
    return lab;
  }

  /** {@return the methods of the requests that a phone beside the node got} */
  List<String> heard() {
    return neighbours.heard();
  }

  /** {@return the names of the files in a directory of the stage} */
  List<String> files(String directory) {
    try (Stream<Path> files = Files.list(state.resolve(directory))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@return what every reading command without parameters answers} */
  Map<String, JsonElement> seen() {
    MiTable table = new MiTable();
    Map<String, JsonElement> seen = new TreeMap<>();
    for (MiCommand command : Facts.of(version).mi().commands()) {
      boolean plain = command.recipes().stream().anyMatch(recipe -> recipe.parameters().isEmpty());
      boolean reads =
          table.demand(version, command.name(), Set.of()).risk() == Risk.READ
              && !MOVING.contains(command.name());
      if (plain && reads) {
        seen.put(command.name(), answer(command.name()));
      }
    }
    return seen;
  }

  private JsonElement answer(String command) {
    return switch (client.call(MiRequest.read(command, new JsonObject()))) {
      case MiResult.Success<JsonElement>(JsonElement answer) -> answer;
      case MiResult.Failure<JsonElement>(var error) -> {
        JsonObject failed = new JsonObject();
        failed.addProperty("error", error.code());
        yield failed;
      }
    };
  }

  @Override
  public void close() {
    ears.close();
    neighbours.close();
    client.close();
    lab.close();
  }
}
