/** What every way to a node has in common. */
@NullMarked
package dev.opensipsmcp.mi.internal.channel;

import org.jspecify.annotations.NullMarked;
