/** What is around a configuration: the node that runs it, that node's host and its database. */
@NullMarked
package dev.opensipsmcp.server.toolset.lookout;

import org.jspecify.annotations.NullMarked;
