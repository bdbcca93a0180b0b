/** Finds the cause behind an operator's words. */
@NullMarked
package dev.opensipsmcp.server.toolset.diagnose;

import org.jspecify.annotations.NullMarked;
