@NullMarked
package dev.opensipsmcp.server.binary;

import org.jspecify.annotations.NullMarked;
