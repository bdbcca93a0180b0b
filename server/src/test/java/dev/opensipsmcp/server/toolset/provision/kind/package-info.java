/** What single kinds of rows need beside their columns. */
@NullMarked
package dev.opensipsmcp.server.toolset.provision.kind;

import org.jspecify.annotations.NullMarked;
