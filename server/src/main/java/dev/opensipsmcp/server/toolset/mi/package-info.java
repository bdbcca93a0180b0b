/** Any MI command, and what each can do. */
@NullMarked
package dev.opensipsmcp.server.toolset.mi;

import org.jspecify.annotations.NullMarked;
