package dev.opensipsmcp.sip.internal.capture;

import dev.opensipsmcp.sip.capture.CaptureBounds;
import dev.opensipsmcp.sip.capture.Sighting;
import dev.opensipsmcp.sip.trace.CapturedMessage;
import dev.opensipsmcp.sip.trace.TimeWindow;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Hears all messages of a file and keeps those of some calls. */
public final class CallPicker implements Consumer<Sighting> {
  private final Set<String> callIds;
  private final long[] hashes;
  private final TimeWindow window;
  private final Keeper keeper;
  private final SipScan scan = new SipScan();

  /** Begins with nothing kept. */
  public CallPicker(
      Collection<String> callIds, TimeWindow window, CaptureBounds bounds, String origin) {
    this.callIds = Set.copyOf(callIds);
    this.hashes = this.callIds.stream().mapToLong(CallPicker::hash).sorted().toArray();
    this.window = window;
    this.keeper = new Keeper(bounds, origin);
  }

  private static long hash(String callId) {
    byte[] bytes = callId.getBytes(StandardCharsets.UTF_8);
    return SipScan.hash(bytes, 0, bytes.length);
  }

  @Override
  public void accept(Sighting seen) {
    scan.start(seen.bytes(), seen.from(), seen.to());
    scan.headers(seen.bytes(), seen.to(), false);
    if (Arrays.binarySearch(hashes, scan.callIdHash()) >= 0
        && Filter.within(window, seen.nanos())
        && callIds.contains(scan.callId())) {
      keeper.keep(seen);
    }
  }

  /** {@return the messages, oldest first; adds what their reader should know} */
  public List<CapturedMessage> messages(List<String> notes) {
    return keeper.messages(notes);
  }
}
