/** Capture files: calls listed, messages read, calls exported. */
@NullMarked
package dev.opensipsmcp.server.toolset.capture;

import org.jspecify.annotations.NullMarked;
