/** Logs as OpenSIPS and syslog write them. */
@NullMarked
package dev.opensipsmcp.server.toolset.logread;

import org.jspecify.annotations.NullMarked;
