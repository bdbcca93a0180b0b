/** Tests of the tools on capture files. */
@NullMarked
package dev.opensipsmcp.server.toolset.capture;

import org.jspecify.annotations.NullMarked;
