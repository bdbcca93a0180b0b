/** Tests of the tools of reload. */
@NullMarked
package dev.opensipsmcp.server.toolset.reload;

import org.jspecify.annotations.NullMarked;
