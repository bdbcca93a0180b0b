package dev.opensipsmcp.lab.homer;

/**
 * A request that the server received.
 *
 * @param method the HTTP method
 * @param path the path, without a query
 * @param body the body as text
 */
public record HomerRequest(String method, String path, String body) {}
