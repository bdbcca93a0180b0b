@NullMarked
package dev.opensipsmcp.mcp.internal.state;

import org.jspecify.annotations.NullMarked;
