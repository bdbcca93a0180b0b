/** Tests of reading SIP messages. */
@NullMarked
package dev.opensipsmcp.sip.message;

import org.jspecify.annotations.NullMarked;
