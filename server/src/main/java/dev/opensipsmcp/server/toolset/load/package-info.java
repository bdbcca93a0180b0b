/** Load: scenarios for SIPp, bounded runs of them, their results and comparisons. */
@NullMarked
package dev.opensipsmcp.server.toolset.load;

import org.jspecify.annotations.NullMarked;
