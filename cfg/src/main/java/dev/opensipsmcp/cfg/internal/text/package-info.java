/** Texts as lines, and how two of them differ. */
@NullMarked
package dev.opensipsmcp.cfg.internal.text;

import org.jspecify.annotations.NullMarked;
