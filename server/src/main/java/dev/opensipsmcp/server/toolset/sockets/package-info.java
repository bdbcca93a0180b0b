/** Tools for the sockets that a node opens from a table. */
@NullMarked
package dev.opensipsmcp.server.toolset.sockets;

import org.jspecify.annotations.NullMarked;
