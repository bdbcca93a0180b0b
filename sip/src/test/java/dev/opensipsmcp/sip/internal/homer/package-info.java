/** Properties of how Homer servers are asked. */
@NullMarked
package dev.opensipsmcp.sip.internal.homer;

import org.jspecify.annotations.NullMarked;
