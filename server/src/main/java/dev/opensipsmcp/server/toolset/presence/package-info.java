/** Tools for presence: who publishes, who watches, and what is published on somebody's behalf. */
@NullMarked
package dev.opensipsmcp.server.toolset.presence;

import org.jspecify.annotations.NullMarked;
