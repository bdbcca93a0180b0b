package dev.opensipsmcp.server.toolset.ladder;

import dev.opensipsmcp.server.toolset.ladder.Finding.Evidence;
import dev.opensipsmcp.server.toolset.ladder.Finding.Statement;
import java.util.ArrayList;
import java.util.List;

/** Picks from a log what names a call. */
final class LogLines {
  private static final int MOST = 20;
  private static final int LONGEST = 300;

  private LogLines() {}

  static Finding of(String log, List<String> callIds) {
    List<Evidence> evidence = new ArrayList<>();
    int lines = 0;
    int naming = 0;
    for (String line : (Iterable<String>) log.lines()::iterator) {
      lines++;
      if (callIds.stream().anyMatch(id -> !id.isEmpty() && line.contains(id))) {
        naming++;
        if (evidence.size() < MOST) {
          String shown = line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
          evidence.add(new Evidence("l" + naming, "log given, line " + lines, shown));
        }
      }
    }
    if (naming == 0) {
      return Finding.none("log", "None of the " + lines + " lines given names the call.");
    }
    return new Finding(
        List.of(
            new Statement(
                "log",
                naming + " of " + lines + " log lines name the call.",
                evidence.stream().map(Evidence::id).toList())),
        evidence,
        List.of());
  }
}
