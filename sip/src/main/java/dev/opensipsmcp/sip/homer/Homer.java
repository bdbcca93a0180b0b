package dev.opensipsmcp.sip.homer;

import dev.opensipsmcp.sip.internal.homer.HomerClient;
import dev.opensipsmcp.sip.trace.Found;
import dev.opensipsmcp.sip.trace.MessageStore;
import dev.opensipsmcp.sip.trace.TimeWindow;
import dev.opensipsmcp.sip.trace.Watch;
import java.io.OutputStream;
import java.util.Collection;
import java.util.List;

/**
 * A Homer server. Beside messages it has aliases of addresses, reports of media quality, log lines,
 * and knows which Call-IDs belong together.
 *
 * <p>Safe for many threads. Nothing is sent before the first question.
 */
public interface Homer extends MessageStore, AutoCloseable {

  /**
   * {@return a client of a server}
   *
   * @param access how it is reached
   * @throws IllegalArgumentException when the address is no http or https one, or a credential has
   *     characters that no header can carry
   */
  static Homer open(HomerAccess access) {
    return HomerClient.of(access);
  }

  /**
   * {@return all that the server keeps of calls, with the legs that its rules of correlation bring}
   *
   * @param callIds the Call-IDs, at least one
   * @param window when they were seen
   * @param watch hears of progress, and withdraws
   */
  Found<HomerCall> transaction(Collection<String> callIds, TimeWindow window, Watch watch);

  /**
   * {@return the RTCP and RTP reports of calls, oldest first}
   *
   * @param callIds the Call-IDs, at least one
   * @param window when they were seen
   * @param watch withdraws
   */
  Found<List<QualityReport>> quality(Collection<String> callIds, TimeWindow window, Watch watch);

  /**
   * {@return the log lines that agents sent about calls, oldest first}
   *
   * @param callIds the Call-IDs, at least one
   * @param window when they were written
   * @param watch withdraws
   */
  Found<List<LogLine>> logs(Collection<String> callIds, TimeWindow window, Watch watch);

  /**
   * Writes the messages of calls as the server exports them. Nothing is written when it has none.
   *
   * @param format what to write
   * @param callIds the Call-IDs, at least one
   * @param window when they were seen
   * @param sink takes the bytes; not closed
   * @param most the largest export, in bytes; a larger one fails after a part was written
   * @param watch hears of progress, and withdraws
   * @return what was written
   */
  Found<HomerExport> export(
      ExportFormat format,
      Collection<String> callIds,
      TimeWindow window,
      OutputStream sink,
      long most,
      Watch watch);

  /** {@return the names of addresses} */
  Found<List<HomerAlias>> aliases(Watch watch);

  /**
   * {@return how many messages of which methods and statuses were seen}
   *
   * @param window when they were seen
   * @param watch withdraws
   */
  Found<HomerStatistics> statistics(TimeWindow window, Watch watch);

  /** {@return whether the server answers and accepts the credentials} */
  Found<HomerHealth> health(Watch watch);

  @Override
  void close();
}
