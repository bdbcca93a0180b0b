/** Tests of load tools with the real SIPp. */
@NullMarked
package dev.opensipsmcp.server.toolset.load;

import org.jspecify.annotations.NullMarked;
