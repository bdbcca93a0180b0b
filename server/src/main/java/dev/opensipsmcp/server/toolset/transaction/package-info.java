/** Tools that send, cancel and answer single SIP requests. */
@NullMarked
package dev.opensipsmcp.server.toolset.transaction;

import org.jspecify.annotations.NullMarked;
