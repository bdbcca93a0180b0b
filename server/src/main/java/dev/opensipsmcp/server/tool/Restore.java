package dev.opensipsmcp.server.tool;

import com.google.gson.JsonObject;

/**
 * What takes a change back.
 *
 * @param before the target's state before the change, as {@link Work.Reversible#state} reads it
 * @param made the change as a call, by which its target can be read again
 * @param inverse the call that brings the state before back
 */
public record Restore(JsonObject before, Step made, Step inverse) {}
