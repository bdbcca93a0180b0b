/** What others see of a tool: its MCP definition and its reference page. */
@NullMarked
package dev.opensipsmcp.server.toolset.render;

import org.jspecify.annotations.NullMarked;
