package dev.opensipsmcp.cfg.explain;

/**
 * A way to manage or to watch the node.
 *
 * @param module the module that offers it
 * @param address where, from its parameters and their defaults; empty where the facts have none
 */
public record Surface(String module, String address) {}
