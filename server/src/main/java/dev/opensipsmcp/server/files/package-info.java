/** How the server keeps its own files: for their owner only, and past a power failure. */
@NullMarked
package dev.opensipsmcp.server.files;

import org.jspecify.annotations.NullMarked;
