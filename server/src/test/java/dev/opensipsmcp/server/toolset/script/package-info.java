/** Tests of the toolset {@code script}. */
@NullMarked
package dev.opensipsmcp.server.toolset.script;

import org.jspecify.annotations.NullMarked;
