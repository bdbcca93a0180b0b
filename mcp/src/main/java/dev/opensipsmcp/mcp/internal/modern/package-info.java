/** The era of 2026-07-28: each request tells its revision and capabilities itself. */
@NullMarked
package dev.opensipsmcp.mcp.internal.modern;

import org.jspecify.annotations.NullMarked;
