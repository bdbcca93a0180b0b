/** Messages as they were seen on the wire, and the places that keep them. */
@NullMarked
package dev.opensipsmcp.sip.trace;

import org.jspecify.annotations.NullMarked;
