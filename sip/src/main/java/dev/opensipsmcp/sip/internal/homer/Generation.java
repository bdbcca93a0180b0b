package dev.opensipsmcp.sip.internal.homer;

import dev.opensipsmcp.sip.homer.ExportFormat;
import dev.opensipsmcp.sip.homer.HomerAlias;
import dev.opensipsmcp.sip.homer.HomerCall;
import dev.opensipsmcp.sip.homer.HomerStatistics;
import dev.opensipsmcp.sip.homer.LogLine;
import dev.opensipsmcp.sip.homer.QualityReport;
import dev.opensipsmcp.sip.trace.CallSearch;
import dev.opensipsmcp.sip.trace.CallSummary;
import dev.opensipsmcp.sip.trace.CapturedMessage;
import dev.opensipsmcp.sip.trace.TimeWindow;
import dev.opensipsmcp.sip.trace.Watch;
import java.util.Collection;
import java.util.List;

/** What both generations of servers are asked, each in its own words. */
interface Generation {
  String api();

  List<CallSummary> calls(CallSearch search, Notes notes, Watch watch) throws HomerFailure;

  List<CapturedMessage> messages(
      Collection<String> callIds, TimeWindow window, Notes notes, Watch watch) throws HomerFailure;

  HomerCall transaction(Collection<String> callIds, TimeWindow window, Notes notes, Watch watch)
      throws HomerFailure;

  List<QualityReport> quality(Collection<String> callIds, TimeWindow window, Watch watch)
      throws HomerFailure;

  List<LogLine> logs(Collection<String> callIds, TimeWindow window, Watch watch)
      throws HomerFailure;

  void export(
      ExportFormat format,
      Collection<String> callIds,
      TimeWindow window,
      Exported sink,
      long most,
      Notes notes,
      Watch watch)
      throws HomerFailure;

  List<HomerAlias> aliases(Watch watch) throws HomerFailure;

  HomerStatistics statistics(TimeWindow window, Notes notes, Watch watch) throws HomerFailure;

  /** {@return the names of database nodes, where they are told} */
  List<String> nodes(Watch watch) throws HomerFailure;
}
