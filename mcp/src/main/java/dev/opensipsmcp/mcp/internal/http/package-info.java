/** Streamable HTTP in both eras, and HTTP+SSE of 2024-11-05; loaded only when HTTP is served. */
@NullMarked
package dev.opensipsmcp.mcp.internal.http;

import org.jspecify.annotations.NullMarked;
