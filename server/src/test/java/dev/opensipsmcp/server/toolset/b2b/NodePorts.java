package dev.opensipsmcp.server.toolset.b2b;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.mi.MiClient;
import dev.opensipsmcp.mi.MiNode;
import dev.opensipsmcp.mi.MiReader;
import dev.opensipsmcp.mi.MiRequest;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.server.tool.MiReads;
import dev.opensipsmcp.server.tool.MiWrites;
import dev.opensipsmcp.server.tool.Rights;
import dev.opensipsmcp.server.tool.Scope;
import dev.opensipsmcp.server.tool.WritePorts;
import java.util.Set;

/** Gives a tool a node directly, without the gate. */
record NodePorts(MiClient client) implements WritePorts, MiReads, MiWrites {

  @Override
  public MiReads mi() {
    return this;
  }

  @Override
  public MiWrites miWrites() {
    return this;
  }

  @Override
  public String instance() {
    return "node";
  }

  @Override
  public MiResult<MiNode> node() {
    return client.node();
  }

  @Override
  public MiResult<JsonElement> read(String command, JsonObject params) {
    return client.call(MiRequest.read(command, params));
  }

  @Override
  public <T> MiResult<T> read(String command, JsonObject params, MiReader<T> reader) {
    return client.stream(MiRequest.read(command, params), reader);
  }

  @Override
  public MiResult<JsonElement> write(String command, JsonObject params) {
    return client.call(MiRequest.write(command, params));
  }

  @Override
  public Rights rights() {
    return new Rights("test", "admin", Set.of(Scope.values()));
  }

  @Override
  public void progress(double done, double total, String message) {}

  @Override
  public boolean cancelled() {
    return false;
  }
}
