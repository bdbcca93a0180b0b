/** What tools on the evidence of calls work with. */
@NullMarked
package dev.opensipsmcp.server.toolset.evidence;

import org.jspecify.annotations.NullMarked;
