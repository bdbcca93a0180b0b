@NullMarked
package dev.opensipsmcp.server.toolset.lookout;

import org.jspecify.annotations.NullMarked;
