@NullMarked
package dev.opensipsmcp.mcp.internal.rpc;

import org.jspecify.annotations.NullMarked;
