@NullMarked
package dev.opensipsmcp.server.toolset.containers;

import org.jspecify.annotations.NullMarked;
