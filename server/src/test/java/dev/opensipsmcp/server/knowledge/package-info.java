@NullMarked
package dev.opensipsmcp.server.knowledge;

import org.jspecify.annotations.NullMarked;
