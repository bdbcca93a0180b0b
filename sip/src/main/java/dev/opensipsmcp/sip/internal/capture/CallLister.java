package dev.opensipsmcp.sip.internal.capture;

import dev.opensipsmcp.sip.capture.Sighting;
import dev.opensipsmcp.sip.trace.CallSearch;
import dev.opensipsmcp.sip.trace.CallSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Hears all messages of a file and sums up the calls that are looked for. */
public final class CallLister implements Consumer<Sighting> {
  private final CallSearch search;
  private final Filter filter;
  private final CallTable table;
  private final SipScan scan = new SipScan();

  /**
   * Begins with no call.
   *
   * @param address the search's address as bytes
   * @param most how many calls are remembered at once
   */
  public CallLister(CallSearch search, Optional<byte[]> address, int most) {
    this.search = search;
    this.filter = new Filter(search, address);
    this.table = new CallTable(most);
  }

  @Override
  public void accept(Sighting seen) {
    scan.start(seen.bytes(), seen.from(), seen.to());
    scan.headers(seen.bytes(), seen.to(), false);
    if (filter.counts(scan, seen)) {
      table.add(scan, seen, filter.fits(scan, seen));
    }
  }

  /** {@return the calls that fit, newest first} */
  public List<CallSummary> calls() {
    return table.summaries(search.limit());
  }

  /** {@return how many calls fit} */
  public long fitting() {
    return table.fitting();
  }

  /** {@return what the reader of the calls should know; whole sentences} */
  public List<String> notes() {
    List<String> notes = new ArrayList<>();
    if (table.fitting() > search.limit()) {
      notes.add(
          table.fitting() + " calls fit; these are the " + search.limit() + " newest of them.");
    }
    if (table.forgotten() > 0) {
      notes.add(
          "The file has more calls than can be remembered at once: "
              + table.forgotten()
              + " that were silent for longest were forgotten. Narrow the time to see them.");
    }
    if (table.strange() > 0) {
      notes.add(
          table.strange()
              + " messages without a Call-ID, or with one of more than 256 bytes, are in no call.");
    }
    return notes;
  }
}
