/** Keeps secrets out of everything that leaves the gate. */
@NullMarked
package dev.opensipsmcp.server.redact;

import org.jspecify.annotations.NullMarked;
