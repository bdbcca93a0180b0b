/** Addresses of hosts and networks, and what names stand for. */
@NullMarked
package dev.opensipsmcp.sip.net;

import org.jspecify.annotations.NullMarked;
