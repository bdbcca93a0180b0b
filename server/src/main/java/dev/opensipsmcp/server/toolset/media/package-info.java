/** Tools for media: media servers, the calls on them, other media for a call, message sessions. */
@NullMarked
package dev.opensipsmcp.server.toolset.media;

import org.jspecify.annotations.NullMarked;
