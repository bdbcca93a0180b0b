package dev.opensipsmcp.bench;

import java.util.List;
import java.util.Map;

/**
 * A program that takes part in the start-up bench.
 *
 * @param name for the table
 * @param command how it is started
 * @param environment further environment variables
 * @param request the lines that are sent at once; the last one's answer stops the clock
 */
record Contender(
    String name, List<String> command, Map<String, String> environment, List<String> request) {
  Contender {
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
    request = List.copyOf(request);
  }
}
