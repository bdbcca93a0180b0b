/** Queues of calls and the people who answer them, as module call_center knows them. */
@NullMarked
package dev.opensipsmcp.server.toolset.callcenter;

import org.jspecify.annotations.NullMarked;
