@NullMarked
package dev.opensipsmcp.server.toolset.ladder;

import org.jspecify.annotations.NullMarked;
