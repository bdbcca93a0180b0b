/** How media relays are spoken to. */
@NullMarked
package dev.opensipsmcp.sip.internal.relay;

import org.jspecify.annotations.NullMarked;
