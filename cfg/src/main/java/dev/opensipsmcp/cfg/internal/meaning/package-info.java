/** What a syntax tree says, whichever way it is written. */
@NullMarked
package dev.opensipsmcp.cfg.internal.meaning;

import org.jspecify.annotations.NullMarked;
