/** How many calls a caller may make in a time. */
@NullMarked
package dev.opensipsmcp.server.ratelimit;

import org.jspecify.annotations.NullMarked;
