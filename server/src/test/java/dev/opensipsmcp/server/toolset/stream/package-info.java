@NullMarked
package dev.opensipsmcp.server.toolset.stream;

import org.jspecify.annotations.NullMarked;
