/** What the tools of every toolset share. */
@NullMarked
package dev.opensipsmcp.server.toolset.common;

import org.jspecify.annotations.NullMarked;
