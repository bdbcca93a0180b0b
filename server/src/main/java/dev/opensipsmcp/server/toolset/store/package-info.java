/** Tools for what a node stores in memory: caches, settings, queues, database sets. */
@NullMarked
package dev.opensipsmcp.server.toolset.store;

import org.jspecify.annotations.NullMarked;
