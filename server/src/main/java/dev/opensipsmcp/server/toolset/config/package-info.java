/** Tools on opensips.cfg: as a text, and as a file in a directory that is allowed. */
@NullMarked
package dev.opensipsmcp.server.toolset.config;

import org.jspecify.annotations.NullMarked;
