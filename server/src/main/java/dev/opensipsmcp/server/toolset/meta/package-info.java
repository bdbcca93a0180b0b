/** Tools about tools: search, description, calling by name, and who is asking. */
@NullMarked
package dev.opensipsmcp.server.toolset.meta;

import org.jspecify.annotations.NullMarked;
