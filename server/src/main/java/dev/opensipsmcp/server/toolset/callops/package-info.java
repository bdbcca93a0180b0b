/** Tools that act on both sides of a call in progress, and on calls of the node's own. */
@NullMarked
package dev.opensipsmcp.server.toolset.callops;

import org.jspecify.annotations.NullMarked;
