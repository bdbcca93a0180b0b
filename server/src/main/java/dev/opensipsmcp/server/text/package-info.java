/** Text for terminals. */
@NullMarked
package dev.opensipsmcp.server.text;

import org.jspecify.annotations.NullMarked;
