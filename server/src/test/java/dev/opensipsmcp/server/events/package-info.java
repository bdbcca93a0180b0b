/** The server's own ears. */
@NullMarked
package dev.opensipsmcp.server.events;

import org.jspecify.annotations.NullMarked;
