package dev.opensipsmcp.server.tool;

import com.google.gson.JsonObject;

/**
 * A call of a tool, to be made or as it was made.
 *
 * @param tool the tool's name
 * @param arguments its own arguments, without those that its kind shares
 */
public record Step(String tool, JsonObject arguments) {}
