/** Gathers evidence for a task, lets its rules judge, and reports. */
@NullMarked
package dev.opensipsmcp.server.toolset.diagnose.engine;

import org.jspecify.annotations.NullMarked;
