/** One client over a pair of streams, one message a line. */
@NullMarked
package dev.opensipsmcp.mcp.internal.stdio;

import org.jspecify.annotations.NullMarked;
