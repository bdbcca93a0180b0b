package dev.opensipsmcp.sip.load;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What SIPp counted, of the last whole row of its statistics ({@code -trace_stat}).
 *
 * @param created calls begun or taken
 * @param current calls that were in progress
 * @param successful calls that went as the scenario says
 * @param failed calls that did not
 * @param retransmissions messages sent again
 * @param rate calls a second, over the whole run
 * @param targetRate calls a second that were asked for
 * @param failures failed calls by SIPp's word for the reason, without its zeros
 */
public record SippStatistics(
    long created,
    long current,
    long successful,
    long failed,
    long retransmissions,
    double rate,
    double targetRate,
    Map<String, Long> failures) {
  private static final long MOST = 64L << 20;
  private static final String TOTAL = "(C)";

  public SippStatistics {
    failures = Map.copyOf(failures);
  }

  /**
   * {@return what the file says, if it has a whole row}
   *
   * @throws IOException when it can't be read
   */
  public static Optional<SippStatistics> read(Path file) throws IOException {
    Table table = new Table();
    BoundedLines.read(file, MOST, table::take);
    return table.statistics();
  }

  /** {@return what these lines say, if there is a whole row} */
  public static Optional<SippStatistics> of(List<String> lines) {
    Table table = new Table();
    lines.forEach(table::take);
    return table.statistics();
  }

  /** The header and the last row that fits it. */
  private static final class Table {
    private List<String> header = List.of();
    private Map<String, String> last = Map.of();

    void take(String line) {
      List<String> cells = List.of(line.split(";", -1));
      if (header.isEmpty()) {
        header = cells.contains("TotalCallCreated") ? cells : List.of();
      } else if (cells.size() == header.size()) {
        Map<String, String> row = new HashMap<>();
        for (int at = 0; at < cells.size(); at++) {
          row.put(header.get(at), cells.get(at));
        }
        if (whole(row.getOrDefault("TotalCallCreated", "")).isPresent()) {
          last = row;
        }
      }
    }

    Optional<SippStatistics> statistics() {
      if (last.isEmpty()) {
        return Optional.empty();
      }
      Map<String, Long> failures = new TreeMap<>();
      for (String name : last.keySet()) {
        if (name.startsWith("Failed")
            && name.endsWith(TOTAL)
            && !name.equals("FailedCall" + TOTAL)
            && count(name) > 0) {
          failures.put(
              name.substring("Failed".length(), name.length() - TOTAL.length()), count(name));
        }
      }
      return Optional.of(
          new SippStatistics(
              count("TotalCallCreated"),
              count("CurrentCall"),
              count("SuccessfulCall" + TOTAL),
              count("FailedCall" + TOTAL),
              count("Retransmissions" + TOTAL),
              number("CallRate" + TOTAL),
              number("TargetRate"),
              failures));
    }

    private long count(String name) {
      return whole(last.getOrDefault(name, "")).orElse(0L);
    }

    private double number(String name) {
      try {
        double number = Double.parseDouble(last.getOrDefault(name, ""));
        return Double.isFinite(number) && number >= 0 ? number : 0;
      } catch (NumberFormatException _) {
        return 0;
      }
    }

    private static Optional<Long> whole(String text) {
      return text.matches("[0-9]{1,18}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }
  }
}
