/** The client: discovery, turns, retries, and errors in words. */
@NullMarked
package dev.opensipsmcp.mi.internal.client;

import org.jspecify.annotations.NullMarked;
