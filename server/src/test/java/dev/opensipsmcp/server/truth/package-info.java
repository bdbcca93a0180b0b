/** Holds every name of OpenSIPS in the project against the facts. */
@NullMarked
package dev.opensipsmcp.server.truth;

import org.jspecify.annotations.NullMarked;
