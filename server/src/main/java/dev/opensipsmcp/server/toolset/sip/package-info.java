/** SIP messages and SDP read, explained, compared and checked. */
@NullMarked
package dev.opensipsmcp.server.toolset.sip;

import org.jspecify.annotations.NullMarked;
