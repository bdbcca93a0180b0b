package dev.opensipsmcp.server.gate;

import com.google.gson.JsonObject;
import dev.opensipsmcp.server.tool.Rights;

/**
 * One attempt to use a tool, however it arrived.
 *
 * @param tool the name as given
 * @param arguments as given
 * @param rights who calls and what they may
 * @param route how it came: {@code stdio}, {@code http}, {@code sse} or {@code cli}
 * @param channel how to reach the person and the client behind the call
 */
public record Invocation(
    String tool, JsonObject arguments, Rights rights, String route, Channel channel) {}
