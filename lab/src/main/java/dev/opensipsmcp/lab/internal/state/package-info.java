/** What the node knows: calls, sessions, counters, destinations. */
@NullMarked
package dev.opensipsmcp.lab.internal.state;

import org.jspecify.annotations.NullMarked;
