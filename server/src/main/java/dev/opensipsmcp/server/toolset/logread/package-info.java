/** Tools that read OpenSIPS's log lines: explained, searched, and put together. */
@NullMarked
package dev.opensipsmcp.server.toolset.logread;

import org.jspecify.annotations.NullMarked;
