/**
 * Events that a node raises: received over UDP or TCP, kept in a bounded buffer, and subscribed to
 * as long as they are wanted.
 */
@NullMarked
package dev.opensipsmcp.mi.event;

import org.jspecify.annotations.NullMarked;
