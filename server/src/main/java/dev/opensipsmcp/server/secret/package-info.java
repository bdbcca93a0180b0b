/** How secrets come in without being arguments, are kept sealed, and are told once. */
@NullMarked
package dev.opensipsmcp.server.secret;

import org.jspecify.annotations.NullMarked;
