@NullMarked
package dev.opensipsmcp.server.toolset.observability;

import org.jspecify.annotations.NullMarked;
