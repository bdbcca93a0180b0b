/** Session descriptions (RFC 8866), and what an offer and its answer agree on (RFC 3264). */
@NullMarked
package dev.opensipsmcp.sip.sdp;

import org.jspecify.annotations.NullMarked;
