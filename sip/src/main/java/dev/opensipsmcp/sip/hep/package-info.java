/**
 * HEP, the protocol by which SIP servers and agents copy messages to a capture server: versions 1
 * and 2 (fixed headers) and 3 (chunks).
 */
@NullMarked
package dev.opensipsmcp.sip.hep;

import org.jspecify.annotations.NullMarked;
