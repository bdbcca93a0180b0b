/** SIP endpoints probed: OPTIONS, REGISTER, DNS path, TLS. */
@NullMarked
package dev.opensipsmcp.server.toolset.probe;

import org.jspecify.annotations.NullMarked;
