@NullMarked
package dev.opensipsmcp.mcp.internal.core;

import org.jspecify.annotations.NullMarked;
