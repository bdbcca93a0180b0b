@NullMarked
package dev.opensipsmcp.server.toolset.relay;

import org.jspecify.annotations.NullMarked;
