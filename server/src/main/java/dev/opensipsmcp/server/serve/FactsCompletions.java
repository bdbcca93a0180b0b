package dev.opensipsmcp.server.serve;

import com.google.gson.JsonObject;
import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.MiCommand;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.mcp.Caller;
import dev.opensipsmcp.mcp.Completions;
import java.util.List;
import java.util.TreeSet;

/** Completes versions, MI commands and the prompts' arguments. */
final class FactsCompletions implements Completions {

  @Override
  public List<String> complete(JsonObject reference, String argument, String typed, Caller caller) {
    return switch (argument) {
      case "version" -> starting(typed, versions());
      case "command" -> starting(typed, commands());
      case "min_age_hours" -> starting(typed, List.of("1", "3", "6", "12", "24"));
      default -> List.of();
    };
  }

  private static List<String> versions() {
    return List.of(Version.values()).stream()
        .filter(Version::operable)
        .map(Version::label)
        .toList();
  }

  private static List<String> commands() {
    TreeSet<String> names = new TreeSet<>();
    for (Version version : List.of(Version.V3_6, Version.V4_0)) {
      for (MiCommand command : Facts.of(version).mi().commands()) {
        names.add(command.name());
      }
    }
    return List.copyOf(names);
  }

  private static List<String> starting(String typed, List<String> values) {
    return values.stream().filter(value -> value.startsWith(typed)).toList();
  }
}
