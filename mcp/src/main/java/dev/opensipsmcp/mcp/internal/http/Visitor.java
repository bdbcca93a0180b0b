package dev.opensipsmcp.mcp.internal.http;

import dev.opensipsmcp.mcp.Caller;

/**
 * Who sent an HTTP request.
 *
 * @param caller as the host sees it
 * @param key whose requests and sessions are counted together: the subject at its address, so that
 *     people who share a token, or have none, don't stand in each other's way
 */
record Visitor(Caller caller, String key) {}
