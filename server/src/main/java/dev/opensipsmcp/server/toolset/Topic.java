package dev.opensipsmcp.server.toolset;

import java.util.List;

/**
 * One of several things that a single tool is good for, as people speak of it. A tool that does
 * many things has a topic for each, so that a search weighs each by itself.
 *
 * @param tool the tool's name
 * @param title what it is about, a few words
 * @param sayings how people say it, several ways
 */
public record Topic(String tool, String title, List<String> sayings) {
  public Topic {
    sayings = List.copyOf(sayings);
  }
}
