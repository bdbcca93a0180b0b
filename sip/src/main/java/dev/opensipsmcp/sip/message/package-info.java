/** SIP messages (RFC 3261) and what they carry, read so that damaged ones stay evidence. */
@NullMarked
package dev.opensipsmcp.sip.message;

import org.jspecify.annotations.NullMarked;
