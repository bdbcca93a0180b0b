/**
 * Copies of SIP traffic that a node sends to a capture server, and the tracing of its transports.
 */
@NullMarked
package dev.opensipsmcp.server.toolset.trace;

import org.jspecify.annotations.NullMarked;
