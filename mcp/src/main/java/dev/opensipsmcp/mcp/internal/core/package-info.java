/** What a method does, whatever the era: asks the host, pages lists, reports progress. */
@NullMarked
package dev.opensipsmcp.mcp.internal.core;

import org.jspecify.annotations.NullMarked;
