/** Tests of explaining messages. */
@NullMarked
package dev.opensipsmcp.sip.explain;

import org.jspecify.annotations.NullMarked;
