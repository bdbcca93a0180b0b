/** Tools that back tables up and bring them back. */
@NullMarked
package dev.opensipsmcp.server.toolset.backup;

import org.jspecify.annotations.NullMarked;
