/** Tests of the HTTP transport over real sockets. */
@NullMarked
package dev.opensipsmcp.mcp.internal.http;

import org.jspecify.annotations.NullMarked;
