@NullMarked
package dev.opensipsmcp.server.live;

import org.jspecify.annotations.NullMarked;
