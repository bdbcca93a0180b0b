/** Holds every tool's definition against the rules for good definitions. */
@NullMarked
package dev.opensipsmcp.server.toolset.lint;

import org.jspecify.annotations.NullMarked;
