@NullMarked
package dev.opensipsmcp.server.toolset.crash;

import org.jspecify.annotations.NullMarked;
