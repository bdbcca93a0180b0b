/** Messages watched live: copies that nodes send, interfaces recorded. */
@NullMarked
package dev.opensipsmcp.server.toolset.live;

import org.jspecify.annotations.NullMarked;
