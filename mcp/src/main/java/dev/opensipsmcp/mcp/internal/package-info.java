/** Where the public contracts meet the protocol core. */
@NullMarked
package dev.opensipsmcp.mcp.internal;

import org.jspecify.annotations.NullMarked;
