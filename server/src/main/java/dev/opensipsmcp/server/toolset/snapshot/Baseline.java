package dev.opensipsmcp.server.toolset.snapshot;

import com.google.gson.JsonObject;
import java.time.Instant;

/**
 * The figures of a node at an earlier moment, to measure growth from.
 *
 * @param path the snapshot's file
 * @param instance the node
 * @param taken when
 * @param upSeconds how long the node had been running then; -1 when that is not known
 * @param statistics the figures by {@code group:name}; not to be changed
 */
public record Baseline(
    String path, String instance, Instant taken, long upSeconds, JsonObject statistics) {}
