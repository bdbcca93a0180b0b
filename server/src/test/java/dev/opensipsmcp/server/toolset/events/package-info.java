@NullMarked
package dev.opensipsmcp.server.toolset.events;

import org.jspecify.annotations.NullMarked;
