/** Tests of the rules for messages. */
@NullMarked
package dev.opensipsmcp.sip.lint;

import org.jspecify.annotations.NullMarked;
