/** Tools about tools. */
@NullMarked
package dev.opensipsmcp.server.toolset.meta;

import org.jspecify.annotations.NullMarked;
