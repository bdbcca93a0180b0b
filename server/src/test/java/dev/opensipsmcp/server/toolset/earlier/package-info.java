/** Prompts written for the earlier server keep working. */
@NullMarked
package dev.opensipsmcp.server.toolset.earlier;

import org.jspecify.annotations.NullMarked;
