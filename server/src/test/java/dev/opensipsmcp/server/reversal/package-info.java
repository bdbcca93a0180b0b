/** What changes do to a node, and that taking them back leaves no trace there. */
@NullMarked
package dev.opensipsmcp.server.reversal;

import org.jspecify.annotations.NullMarked;
