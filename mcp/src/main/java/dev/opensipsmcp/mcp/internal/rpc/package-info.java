/** JSON-RPC 2.0 as both eras use it: messages, their text, and requests while they are served. */
@NullMarked
package dev.opensipsmcp.mcp.internal.rpc;

import org.jspecify.annotations.NullMarked;
