package dev.opensipsmcp.mi.internal.client;

import dev.opensipsmcp.mi.internal.check.Target;
import java.time.Duration;
import java.util.Optional;

/**
 * A request that is ready to be sent.
 *
 * @param target the command
 * @param bytes the request on the wire
 * @param id its id
 * @param write whether it may change something
 * @param silence how long the node may stay silent
 * @param findsOut the read that tells whether a write ran, where one is known
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared; written once and only read.
record Call(
    Target target,
    byte[] bytes,
    int id,
    boolean write,
    Duration silence,
    Optional<String> findsOut) {}
