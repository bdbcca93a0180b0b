/** Tools that read and set how much a node logs. */
@NullMarked
package dev.opensipsmcp.server.toolset.logs;

import org.jspecify.annotations.NullMarked;
