/** Tools for what routing scripts read at run time: shared variables, flags, expressions. */
@NullMarked
package dev.opensipsmcp.server.toolset.script;

import org.jspecify.annotations.NullMarked;
