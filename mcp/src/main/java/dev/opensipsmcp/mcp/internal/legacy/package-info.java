/**
 * The era of the handshake, 2024-11-05 to 2025-11-25. Nothing but the era switches of the
 * transports depends on it, so it can be deleted whole.
 */
@NullMarked
package dev.opensipsmcp.mcp.internal.legacy;

import org.jspecify.annotations.NullMarked;
