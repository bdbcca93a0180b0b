/** What a host of this protocol implements (tools, resources, prompts) and how it is served. */
@NullMarked
package dev.opensipsmcp.mcp;

import org.jspecify.annotations.NullMarked;
