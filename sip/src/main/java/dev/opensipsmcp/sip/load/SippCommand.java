package dev.opensipsmcp.sip.load;

import java.util.ArrayList;
import java.util.List;

/** SIPp's command lines. Each word stands by itself: no shell reads them. */
public final class SippCommand {
  /** The names of the files in a run's directory. */
  static final String SCENARIO = "scenario.xml";

  static final String USERS = "users.csv";
  static final String STATISTICS = "statistics.csv";
  static final String ERRORS = "errors.log";

  /** Beyond that SIPp begins its log of errors again, in bytes. */
  private static final int MOST_ERRORS = 4 << 20;

  private SippCommand() {}

  /**
   * {@return the words of a run}
   *
   * @param program SIPp
   * @param order what to run
   * @param local the own address, as SIPp takes it
   * @param port the own port
   * @param control the port at which this run takes the order to end
   */
  static List<String> words(String program, SippOrder order, String local, int port, int control) {
    List<String> words = new ArrayList<>(List.of(program));
    if (!order.waits()) {
      words.add(order.target().text());
    }
    words.addAll(List.of("-sf", SCENARIO));
    if (!order.users().isEmpty()) {
      words.addAll(List.of("-inf", USERS));
    }
    LoadLimits limits = order.limits();
    words.addAll(List.of("-t", order.transport().word(), "-i", local, "-bind_local"));
    words.addAll(List.of("-mi", local, "-p", "" + port));
    words.addAll(List.of("-m", "" + limits.calls(), "-timeout", "" + limits.seconds()));
    if (!order.waits()) {
      words.addAll(List.of("-r", "" + limits.rate(), "-l", "" + limits.concurrent()));
    }
    words.addAll(order.flags());
    words.addAll(List.of("-nostdin", "-ci", "127.0.0.1", "-cp", "" + control));
    words.addAll(List.of("-trace_stat", "-stf", STATISTICS, "-fd", "1"));
    words.addAll(List.of("-trace_rtt", "-rtt_freq", "1", "-trace_err", "-error_file", ERRORS));
    words.addAll(List.of("-max_log_size", "" + MOST_ERRORS));
    return words;
  }

  /**
   * {@return what a person types to run a scenario that was written to a file}
   *
   * @param order the scenario
   * @param target where to, such as {@code 192.0.2.1:5060}
   * @param transport how
   * @param limits how much
   */
  public static String line(
      ScenarioOrder order, String target, LoadTransport transport, LoadLimits limits) {
    String name = order.kind().word();
    StringBuilder line = new StringBuilder("sipp");
    if (!order.kind().waits()) {
      line.append(' ').append(target);
    }
    line.append(" -sf ").append(name).append(".xml");
    if (order.hasList()) {
      line.append(" -inf users.csv");
    }
    line.append(" -t ").append(transport.word());
    if (order.kind().waits()) {
      line.append(" -p 5060");
    } else {
      line.append(" -r ").append(limits.rate()).append(" -l ").append(limits.concurrent());
    }
    return line.append(" -m ")
        .append(limits.calls())
        .append(" -timeout ")
        .append(limits.seconds())
        .append(" -trace_stat -stf ")
        .append(name)
        .append(".csv -fd 1 -trace_rtt -rtt_freq 1 -trace_err")
        .toString();
  }
}
