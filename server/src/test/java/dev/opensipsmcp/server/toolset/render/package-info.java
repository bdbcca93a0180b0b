/** What others see of a tool. */
@NullMarked
package dev.opensipsmcp.server.toolset.render;

import org.jspecify.annotations.NullMarked;
