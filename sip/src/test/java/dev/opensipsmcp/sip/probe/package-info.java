/** Probes against stand-ins that misbehave, and against real programs. */
@NullMarked
package dev.opensipsmcp.sip.probe;

import org.jspecify.annotations.NullMarked;
