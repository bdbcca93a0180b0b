/** The command line: the same tools through the same gate, for people at a shell. */
@NullMarked
package dev.opensipsmcp.server.cli;

import org.jspecify.annotations.NullMarked;
