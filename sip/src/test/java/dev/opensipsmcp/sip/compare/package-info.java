/** Tests of comparing messages. */
@NullMarked
package dev.opensipsmcp.sip.compare;

import org.jspecify.annotations.NullMarked;
