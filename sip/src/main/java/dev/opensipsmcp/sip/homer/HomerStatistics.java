package dev.opensipsmcp.sip.homer;

import dev.opensipsmcp.sip.trace.TimeWindow;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many SIP messages a server keeps of a time.
 *
 * @param window the time
 * @param messages how many were counted
 * @param methods how many of each method, or status for responses
 * @param complete whether all were counted; else there are more
 */
public record HomerStatistics(
    TimeWindow window, long messages, SortedMap<String, Long> methods, boolean complete) {
  public HomerStatistics {
    methods = Collections.unmodifiableSortedMap(new TreeMap<>(methods));
  }
}
