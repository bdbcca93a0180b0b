/** What was changed, from what to what, and the call that takes it back. */
@NullMarked
package dev.opensipsmcp.server.journal;

import org.jspecify.annotations.NullMarked;
