package dev.opensipsmcp.sip.trace;

import java.util.Collection;
import java.util.List;

/**
 * A place that keeps messages: a capture file, the messages received over HEP, a Homer server. All
 * answer the same questions.
 */
public interface MessageStore {

  /** {@return what people call this place, for the source of an answer} */
  String name();

  /**
   * {@return the calls that fit, newest first}
   *
   * @param search which
   * @param watch hears of progress, and withdraws
   */
  Found<List<CallSummary>> calls(CallSearch search, Watch watch);

  /**
   * {@return all messages of the calls, oldest first, each once}
   *
   * @param callIds the Call-IDs, at least one
   * @param window when they were seen
   * @param watch hears of progress, and withdraws
   */
  Found<List<CapturedMessage>> messages(Collection<String> callIds, TimeWindow window, Watch watch);
}
