/** The OpenSIPS nodes that this server operates. */
@NullMarked
package dev.opensipsmcp.server.instance;

import org.jspecify.annotations.NullMarked;
