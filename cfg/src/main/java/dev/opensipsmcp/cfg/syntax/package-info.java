/** The syntax tree of an opensips.cfg: what is written, and where. */
@NullMarked
package dev.opensipsmcp.cfg.syntax;

import org.jspecify.annotations.NullMarked;
