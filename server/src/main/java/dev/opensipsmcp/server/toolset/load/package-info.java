/** SIPp scenarios written, run within bounds, and their results compared. */
@NullMarked
package dev.opensipsmcp.server.toolset.load;

import org.jspecify.annotations.NullMarked;
