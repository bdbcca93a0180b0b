package dev.opensipsmcp.server.instance;

import dev.opensipsmcp.mi.MiClient;

/**
 * A node that this server operates.
 *
 * @param name how callers name it
 * @param client its client
 */
public record Instance(String name, MiClient client) {}
