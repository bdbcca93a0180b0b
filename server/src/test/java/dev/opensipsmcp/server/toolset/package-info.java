/** Holds the toolsets together. */
@NullMarked
package dev.opensipsmcp.server.toolset;

import org.jspecify.annotations.NullMarked;
