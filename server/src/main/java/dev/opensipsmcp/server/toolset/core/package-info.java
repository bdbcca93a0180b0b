/** What a node is and how it is doing. */
@NullMarked
package dev.opensipsmcp.server.toolset.core;

import org.jspecify.annotations.NullMarked;
