package dev.opensipsmcp.server.toolset.observability;

/**
 * A file to be put where somebody wants it; nothing here writes it.
 *
 * @param path where it belongs, relative to the folder of all of them
 * @param what what it is for
 * @param text what it holds
 */
record TextFile(String path, String what, String text) {}
