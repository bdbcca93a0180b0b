/** Tests of what tools on the evidence of calls share. */
@NullMarked
package dev.opensipsmcp.server.toolset.evidence;

import org.jspecify.annotations.NullMarked;
