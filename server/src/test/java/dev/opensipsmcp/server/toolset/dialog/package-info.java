/** The dialog toolset against the stand-in node. */
@NullMarked
package dev.opensipsmcp.server.toolset.dialog;

import org.jspecify.annotations.NullMarked;
