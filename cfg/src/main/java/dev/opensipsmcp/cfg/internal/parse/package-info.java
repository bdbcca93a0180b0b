/** From a text to its tokens, and from those to its syntax tree. */
@NullMarked
package dev.opensipsmcp.cfg.internal.parse;

import org.jspecify.annotations.NullMarked;
