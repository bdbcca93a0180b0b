/** Reading files, putting them together, and knowing what they are written in. */
@NullMarked
package dev.opensipsmcp.cfg.internal.source;

import org.jspecify.annotations.NullMarked;
