/** The tools around passwords and keys. */
@NullMarked
package dev.opensipsmcp.server.toolset.security;

import org.jspecify.annotations.NullMarked;
