/** Tools that ask a SIP server a question by sending to it, and tell what came back. */
@NullMarked
package dev.opensipsmcp.server.toolset.probe;

import org.jspecify.annotations.NullMarked;
