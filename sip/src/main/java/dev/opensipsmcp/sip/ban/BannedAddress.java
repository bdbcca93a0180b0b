package dev.opensipsmcp.sip.ban;

import dev.opensipsmcp.sip.net.IpAddress;
import java.time.Instant;
import java.util.Optional;

/**
 * An address that a jail bans.
 *
 * @param address the address
 * @param since when it was banned, if the server tells
 * @param until when the ban ends; nothing when the server does not tell, or it never ends
 */
public record BannedAddress(IpAddress address, Optional<Instant> since, Optional<Instant> until) {}
