package dev.opensipsmcp.sip.homer;

import dev.opensipsmcp.sip.trace.Endpoint;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * A report about the media of a call, as an agent saw it. What it does not say is empty.
 *
 * @param time when it was seen
 * @param callId the call that it belongs to
 * @param source who sent the report
 * @param destination who received it
 * @param kind {@code rtcp} for RTCP (RFC 3550 section 6.4), {@code xr} for extended reports (RFC
 *     3611) and what agents derive
 * @param reporter the SSRC of who reports
 * @param about the SSRC of the stream that is reported on
 * @param lostPercent the part of packets lost since the last report, 0 to 100
 * @param lost packets lost since the beginning; may be negative (RFC 3550 section 6.4.1)
 * @param jitter interarrival jitter, in units of the media's clock
 * @param packets packets that the reporter sent
 * @param octets octets of payload that the reporter sent
 * @param roundTripMs the round trip that an extended report tells, in milliseconds
 * @param mos the estimated opinion score where a report has one, 1 to 5
 * @param text the report when it could not be read, cut at 500 characters
 */
public record QualityReport(
    Instant time,
    String callId,
    Endpoint source,
    Endpoint destination,
    String kind,
    OptionalLong reporter,
    OptionalLong about,
    OptionalDouble lostPercent,
    OptionalLong lost,
    OptionalLong jitter,
    OptionalLong packets,
    OptionalLong octets,
    OptionalLong roundTripMs,
    OptionalDouble mos,
    Optional<String> text) {}
