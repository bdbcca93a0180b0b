/** JSON-RPC 2.0 as bytes: requests written, answers decoded while they arrive. */
@NullMarked
package dev.opensipsmcp.mi.internal.wire;

import org.jspecify.annotations.NullMarked;
