package dev.opensipsmcp.lab;

import com.google.gson.JsonElement;
import java.time.Instant;

/**
 * A command that reached the node.
 *
 * @param at when
 * @param transport how
 * @param command the name as it was sent
 * @param params the parameters as they were sent; an empty object when there were none
 * @param ran whether a command was carried out for it, whatever it answered
 */
public record Received(
    Instant at, Transport transport, String command, JsonElement params, boolean ran) {

  /** What carried the command. */
  public enum Transport {
    HTTP,
    UDP,
    FIFO
  }
}
