/** Making changed database tables active: which reload serves which table, in which order. */
@NullMarked
package dev.opensipsmcp.server.toolset.reload;

import org.jspecify.annotations.NullMarked;
