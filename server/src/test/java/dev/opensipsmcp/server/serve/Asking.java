package dev.opensipsmcp.server.serve;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.mcp.Caller;
import dev.opensipsmcp.mcp.Client;
import dev.opensipsmcp.mcp.Exchange;
import java.util.Optional;

/**
 * A request of a client that can't be asked back.
 *
 * @param caller who sent it
 */
record Asking(Caller caller) implements Exchange {

  @Override
  public Client client() {
    return new Client("2026-07-28", new JsonObject(), new JsonObject());
  }

  @Override
  public JsonObject inputResponses() {
    return new JsonObject();
  }

  @Override
  public Optional<JsonElement> state() {
    return Optional.empty();
  }

  @Override
  public void progress(double done, double total, String message) {}

  @Override
  public void log(String level, JsonElement data) {}

  @Override
  public boolean cancelled() {
    return false;
  }
}
