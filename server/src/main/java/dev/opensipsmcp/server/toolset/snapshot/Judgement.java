package dev.opensipsmcp.server.toolset.snapshot;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What a difference between two snapshots means, worst first. Used by one thread. */
final class Judgement {
  /** How bad something is. */
  enum Severity {
    WARNING,
    NOTICE,
    GOOD
  }

  private record Finding(Severity severity, String kind, String what) {}

  private final List<Finding> findings = new ArrayList<>();

  void warn(String kind, String what) {
    findings.add(new Finding(Severity.WARNING, kind, what));
  }

  void note(String kind, String what) {
    findings.add(new Finding(Severity.NOTICE, kind, what));
  }

  void add(Severity severity, String kind, String what) {
    findings.add(new Finding(severity, kind, what));
  }

  /** {@return the findings as rows, at most so many} */
  List<JsonObject> rows(int most) {
    List<JsonObject> rows = new ArrayList<>();
    findings.stream()
        .sorted(Comparator.comparing(Finding::severity))
        .limit(most)
        .forEach(finding -> {
          JsonObject row = new JsonObject();
          row.addProperty("severity", finding.severity().name().toLowerCase(Locale.ROOT));
          row.addProperty("kind", finding.kind());
          row.addProperty("what", finding.what());
          rows.add(row);
        });
    return rows;
  }

  /** {@return whether a state is one in which something gets no calls, or takes part no longer} */
  static Severity change(String before, String after) {
    boolean was = down(before);
    boolean is = down(after);
    return is ? Severity.WARNING : was ? Severity.GOOD : Severity.NOTICE;
  }

  private static boolean down(String state) {
    String words = state.toLowerCase(Locale.ROOT);
    return words.startsWith("inactive")
        || words.startsWith("prob")
        || words.startsWith("down")
        || words.contains("disabled")
        || words.startsWith("full")
        || words.startsWith("backup")
        || words.isEmpty();
  }
}
