/** Diagnosis told as stories: a node is broken, and the right cause is named first. */
@NullMarked
package dev.opensipsmcp.server.toolset.diagnose;

import org.jspecify.annotations.NullMarked;
