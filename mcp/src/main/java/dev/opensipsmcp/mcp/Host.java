package dev.opensipsmcp.mcp;

/**
 * All that a host offers, given to the protocol core.
 *
 * @param info who the server is
 * @param tools its tools
 * @param resources its resources
 * @param prompts its prompts
 * @param completions its completions
 */
public record Host(
    ServerInfo info, Tools tools, Resources resources, Prompts prompts, Completions completions) {}
