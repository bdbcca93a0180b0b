/** The one gate that every route to a tool passes. */
@NullMarked
package dev.opensipsmcp.server.gate;

import org.jspecify.annotations.NullMarked;
