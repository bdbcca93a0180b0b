/** The tool that runs queries of a caller's own. */
@NullMarked
package dev.opensipsmcp.server.toolset.query;

import org.jspecify.annotations.NullMarked;
