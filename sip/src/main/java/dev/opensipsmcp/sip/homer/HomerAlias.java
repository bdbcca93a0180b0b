package dev.opensipsmcp.sip.homer;

/**
 * The name of an address, or of a network.
 *
 * @param name the name
 * @param address the address
 * @param port the port; 0 for all
 * @param mask how many bits of the address count
 * @param active whether the server uses it
 */
public record HomerAlias(String name, String address, int port, int mask, boolean active) {}
