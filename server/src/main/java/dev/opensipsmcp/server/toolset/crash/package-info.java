/** What a crash left behind: core files, and where in the source the process was. */
@NullMarked
package dev.opensipsmcp.server.toolset.crash;

import org.jspecify.annotations.NullMarked;
