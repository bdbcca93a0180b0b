/** Finding a tool by a person's words. */
@NullMarked
package dev.opensipsmcp.server.toolset.search;

import org.jspecify.annotations.NullMarked;
