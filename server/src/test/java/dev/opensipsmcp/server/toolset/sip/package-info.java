/** Tests of the tools on SIP messages. */
@NullMarked
package dev.opensipsmcp.server.toolset.sip;

import org.jspecify.annotations.NullMarked;
