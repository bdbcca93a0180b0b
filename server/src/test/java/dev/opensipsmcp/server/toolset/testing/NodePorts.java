package dev.opensipsmcp.server.toolset.testing;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.opensipsmcp.mi.MiClient;
import dev.opensipsmcp.mi.MiEndpoint;
import dev.opensipsmcp.mi.MiNode;
import dev.opensipsmcp.mi.MiReader;
import dev.opensipsmcp.mi.MiRequest;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.mi.MiSettings;
import dev.opensipsmcp.server.policy.Role;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.MiReads;
import dev.opensipsmcp.server.tool.MiWrites;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Plan;
import dev.opensipsmcp.server.tool.Rights;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.tool.WritePorts;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/** A tool's ports onto a node, without a gate between; remembers which commands were used. */
public final class NodePorts implements WritePorts, AutoCloseable {
  private final MiClient client;
  private final Rights rights;
  private final Set<String> used = new ConcurrentSkipListSet<>();

  private NodePorts(MiClient client, Rights rights) {
    this.client = client;
    this.rights = rights;
  }

  /** {@return ports onto the node of that URL, for an administrator} */
  public static NodePorts onto(URI url) {
    return as(Role.ADMIN, url);
  }

  /** {@return ports onto the node of that URL, for that role} */
  public static NodePorts as(Role role, URI url) {
    MiSettings settings =
        new MiSettings(Duration.ofSeconds(2), Duration.ofSeconds(20), 64, Optional.empty());
    return new NodePorts(
        MiClient.of(MiEndpoint.parse(url.toString()), settings), role.rights("tester", false));
  }

  /** {@return ports onto this client, for an administrator} */
  public static NodePorts over(MiClient client) {
    return new NodePorts(client, Role.ADMIN.rights("tester", false));
  }

  /** {@return ports onto nothing} */
  public static NodePorts nowhere() {
    return onto(URI.create("http://127.0.0.1:1/mi"));
  }

  /** {@return the commands that were used, by the names that the tools gave} */
  public Set<String> used() {
    return used;
  }

  /** Runs a tool to its end: what reads is run, what changes is planned and applied. */
  public Outcome run(Tool tool, String arguments) {
    Arguments given = arguments(arguments);
    return switch (tool.work()) {
      case Work.PerCall choice ->
          switch (choice.choose(given, this)) {
            case Work.Choice.Refused(Outcome.Failure failure) -> failure;
            case Work.Choice.Chosen(_, Work work) -> run(work, given);
          };
      case Work.Read _, Work.Change _, Work.Proxy _ -> run(tool.work(), given);
    };
  }

  /** Plans a change. */
  public Plan plan(Tool tool, String arguments) {
    return ((Work.Change) tool.work()).plan(arguments(arguments), this);
  }

  private Outcome run(Work work, Arguments given) {
    return switch (work) {
      case Work.Read read -> read.run(given, this);
      case Work.Change change ->
          switch (change.plan(given, this)) {
            case Plan.Refused(Outcome.Failure failure) -> failure;
            case Plan.Ready ready -> change.apply(ready, given, this);
          };
      case Work.PerCall _, Work.Proxy _ -> throw new IllegalArgumentException("not a plain work");
    };
  }

  private static Arguments arguments(String json) {
    return new Arguments(JsonParser.parseString(json).getAsJsonObject());
  }

  @Override
  public MiReads mi() {
    return new MiReads() {
      @Override
      public String instance() {
        return "lab";
      }

      @Override
      public MiResult<MiNode> node() {
        used.add("version");
        used.add("which");
        return client.node();
      }

      @Override
      public MiResult<JsonElement> read(String command, JsonObject params) {
        used.add(command);
        return client.call(MiRequest.read(command, params));
      }

      @Override
      public <T> MiResult<T> read(String command, JsonObject params, MiReader<T> reader) {
        used.add(command);
        return client.stream(MiRequest.read(command, params), reader);
      }
    };
  }

  @Override
  public MiWrites miWrites() {
    return (command, params) -> {
      used.add(command);
      return client.call(MiRequest.write(command, params));
    };
  }

  @Override
  public Rights rights() {
    return rights;
  }

  @Override
  public void progress(double done, double total, String message) {}

  @Override
  public boolean cancelled() {
    return false;
  }

  @Override
  public void close() {
    client.close();
  }
}
