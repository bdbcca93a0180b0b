/** Calls in progress, as the dialog module knows them. */
@NullMarked
package dev.opensipsmcp.server.toolset.dialog;

import org.jspecify.annotations.NullMarked;
