/** Signed caller identity: STIR and SHAKEN (RFC 8224, RFC 8225, RFC 8588). */
@NullMarked
package dev.opensipsmcp.sip.identity;

import org.jspecify.annotations.NullMarked;
