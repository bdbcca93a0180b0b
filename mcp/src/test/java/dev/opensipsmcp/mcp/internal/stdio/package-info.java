@NullMarked
package dev.opensipsmcp.mcp.internal.stdio;

import org.jspecify.annotations.NullMarked;
