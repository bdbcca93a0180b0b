/** The demonstration: the main job against the embedded lab, done by a real MCP client. */
@NullMarked
package dev.opensipsmcp.server.demo;

import org.jspecify.annotations.NullMarked;
