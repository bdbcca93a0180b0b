@NullMarked
package dev.opensipsmcp.server.spans;

import org.jspecify.annotations.NullMarked;
