package dev.opensipsmcp.server.gate;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.db.Database;
import dev.opensipsmcp.db.DbResult;
import dev.opensipsmcp.mi.MiEndpoint;
import dev.opensipsmcp.mi.MiError;
import dev.opensipsmcp.mi.MiNode;
import dev.opensipsmcp.mi.MiReader;
import dev.opensipsmcp.mi.MiRequest;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.server.instance.Instance;
import dev.opensipsmcp.server.tool.Demand;
import dev.opensipsmcp.server.tool.MiClassification;
import dev.opensipsmcp.server.tool.MiReads;
import dev.opensipsmcp.server.tool.MiWay;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Risk;
import java.util.List;
import java.util.Optional;

/** Lets reading commands through to a node, and nothing else. */
final class NodeReads implements MiReads {
  private final Instance instance;
  private final MiClassification classification;

  /** What the node said of itself, if it was asked in this call. */
  private volatile Optional<MiNode> asked = Optional.empty();

  NodeReads(Instance instance, MiClassification classification) {
    this.instance = instance;
    this.classification = classification;
  }

  Optional<MiNode> asked() {
    return asked;
  }

  /** {@return the database of the node's tables, or that none is configured} */
  DbResult<Database> database() {
    return instance
        .database()
        .<DbResult<Database>>map(DbResult.Success::new)
        .orElseGet(() -> new DbResult.Failure<>(ReadPorts.NO_DATABASE));
  }

  @Override
  public String instance() {
    return instance.name();
  }

  @Override
  public Optional<MiWay> way() {
    return instance.client().endpoint().flatMap(NodeReads::way);
  }

  private static Optional<MiWay> way(MiEndpoint endpoint) {
    return switch (endpoint) {
      case MiEndpoint.Http http -> {
        boolean encrypted = "https".equalsIgnoreCase(http.url().getScheme());
        int port = http.url().getPort() < 0 ? (encrypted ? 443 : 80) : http.url().getPort();
        yield Optional.of(
            new MiWay(
                http.url().getHost() + ":" + port, encrypted, http.credentials().isPresent()));
      }
      case MiEndpoint.Udp(String host, int port) ->
          Optional.of(new MiWay(host + ":" + port, false, false));
      case MiEndpoint.UnixDatagram _, MiEndpoint.Fifo _ -> Optional.empty();
    };
  }

  @Override
  public MiResult<MiNode> node() {
    MiResult<MiNode> node = instance.client().node();
    if (node instanceof MiResult.Success<MiNode>(MiNode value)) {
      asked = Optional.of(value);
    }
    return node;
  }

  @Override
  public MiResult<JsonElement> read(String command, JsonObject params) {
    Optional<MiError> refused = refused(command, params);
    return refused.isPresent()
        ? new MiResult.Failure<>(refused.get())
        : instance.client().call(MiRequest.read(command, params));
  }

  @Override
  public <T> MiResult<T> read(String command, JsonObject params, MiReader<T> reader) {
    Optional<MiError> refused = refused(command, params);
    return refused.isPresent()
        ? new MiResult.Failure<>(refused.get())
        : instance.client().stream(MiRequest.read(command, params), reader);
  }

  private Optional<MiError> refused(String command, JsonObject params) {
    return switch (node()) {
      case MiResult.Failure<MiNode>(MiError error) -> Optional.of(error);
      case MiResult.Success<MiNode>(MiNode node) -> {
        Demand demand = classification.demand(node.version(), command, params);
        yield demand.risk() == Risk.READ
            ? Optional.empty()
            : Optional.of(
                new MiError.WrongArguments(
                    command,
                    List.of(),
                    "MI command "
                        + command
                        + " may change the node with these parameters, and"
                        + " this work may only read.",
                    "Use a tool that makes the change."));
      }
    };
  }
}
