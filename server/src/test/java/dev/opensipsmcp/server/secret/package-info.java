@NullMarked
package dev.opensipsmcp.server.secret;

import org.jspecify.annotations.NullMarked;
