/** What is looked at and judged for each of the operators' tasks: one file for each. */
@NullMarked
package dev.opensipsmcp.server.toolset.diagnose.task;

import org.jspecify.annotations.NullMarked;
