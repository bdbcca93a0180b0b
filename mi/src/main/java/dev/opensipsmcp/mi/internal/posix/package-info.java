/** The few calls to the C library that Java has no class for. */
@NullMarked
package dev.opensipsmcp.mi.internal.posix;

import org.jspecify.annotations.NullMarked;
