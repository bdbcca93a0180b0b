/** How events are received, kept and subscribed to. */
@NullMarked
package dev.opensipsmcp.mi.internal.event;

import org.jspecify.annotations.NullMarked;
