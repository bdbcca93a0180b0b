/** Tries the tools for numbers and address lists on the stand-in node. */
@NullMarked
package dev.opensipsmcp.server.toolset.numbers;

import org.jspecify.annotations.NullMarked;
