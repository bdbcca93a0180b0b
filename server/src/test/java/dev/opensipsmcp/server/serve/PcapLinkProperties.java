package dev.opensipsmcp.server.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.opensipsmcp.server.toolset.evidence.PcapLink;
import dev.opensipsmcp.sip.trace.TimeWindow;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.StringLength;

/** A link leads to the call that it was made for, whatever the Call-ID is. */
class PcapLinkProperties {
  private static final List<ToolResource> ALL = ResourceBook.all(List.of("lab"));

  private static List<JsonObject> calls(String uri) {
    return ALL.stream().map(it -> it.call(uri)).flatMap(Optional::stream).toList();
  }

  @Property(tries = 300)
  void aCallsLinkNamesItsCallAndItsTime(
      @ForAll @StringLength(min = 1, max = 150) String callId,
      @ForAll @LongRange(min = 0, max = 4_000_000_000_000L) long from,
      @ForAll @LongRange(min = 1, max = 999_999_999) long nanos) {
    // A half of a surrogate pair is no character, and no message can hold it.
    Assume.that(
        callId.equals(new String(callId.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)));
    Instant begin = Instant.ofEpochMilli(from);
    Instant end = begin.plusNanos(nanos);

    String uri = PcapLink.call(callId, new TimeWindow(begin, end)).orElseThrow();

    assertThat(calls(uri))
        .singleElement()
        .satisfies(call -> {
          assertThat(call.get("callid").getAsString()).isEqualTo(callId);
          assertThat(call.get("time_from").getAsLong()).isEqualTo(from);
          assertThat(Instant.ofEpochMilli(call.get("time_to").getAsLong()))
              .isAfterOrEqualTo(end)
              .isBefore(end.plusMillis(1));
        });
  }

  @Property(tries = 300)
  void noTextBreaksTheReadingOfUris(@ForAll @StringLength(max = 300) String text) {
    for (String prefix : List.of("", PcapLink.FILES, PcapLink.CALLS)) {
      assertThat(calls(prefix + text)).hasSizeLessThanOrEqualTo(2);
    }
  }
}
