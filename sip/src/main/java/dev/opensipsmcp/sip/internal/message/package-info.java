/** How messages are read. */
@NullMarked
package dev.opensipsmcp.sip.internal.message;

import org.jspecify.annotations.NullMarked;
