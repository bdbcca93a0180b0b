package dev.opensipsmcp.server.tool;

/**
 * How a node's MI is reached over a network, without what is needed to log in there.
 *
 * @param address the host and port
 * @param encrypted whether over TLS
 * @param login whether with a name and a password
 */
public record MiWay(String address, boolean encrypted, boolean login) {}
