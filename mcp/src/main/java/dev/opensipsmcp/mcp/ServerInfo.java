package dev.opensipsmcp.mcp;

/**
 * Who the server says it is.
 *
 * @param name the program's name
 * @param title the name for people
 * @param version the program's version
 * @param instructions what a model should know before its first call, in a few sentences
 */
public record ServerInfo(String name, String title, String version, String instructions) {}
