/** How the facts are stored and read. */
@NullMarked
package dev.opensipsmcp.facts.internal;

import org.jspecify.annotations.NullMarked;
