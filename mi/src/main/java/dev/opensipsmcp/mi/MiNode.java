package dev.opensipsmcp.mi;

import dev.opensipsmcp.facts.Version;
import java.util.Set;

/**
 * What a node told about itself.
 *
 * @param server the exact text of MI {@code version}
 * @param version the release line
 * @param commands the commands that it has now, under its own names: only loaded modules' commands
 */
public record MiNode(String server, Version version, Set<String> commands) {
  public MiNode {
    commands = Set.copyOf(commands);
  }
}
