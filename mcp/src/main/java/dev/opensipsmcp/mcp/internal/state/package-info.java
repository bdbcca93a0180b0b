/** What a client carries between two rounds of one request, sealed. */
@NullMarked
package dev.opensipsmcp.mcp.internal.state;

import org.jspecify.annotations.NullMarked;
