/** Files, what they include, and where a character of the whole comes from. */
@NullMarked
package dev.opensipsmcp.cfg.source;

import org.jspecify.annotations.NullMarked;
