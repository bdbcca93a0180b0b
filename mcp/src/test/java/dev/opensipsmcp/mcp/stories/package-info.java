/** What a client lives through with this server, told over a pair of streams. */
@NullMarked
package dev.opensipsmcp.mcp.stories;

import org.jspecify.annotations.NullMarked;
