/** How ladders are made of messages, and drawn. */
@NullMarked
package dev.opensipsmcp.sip.internal.ladder;

import org.jspecify.annotations.NullMarked;
