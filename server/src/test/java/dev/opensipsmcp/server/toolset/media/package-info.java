/** Tries the media tools on the stand-in node. */
@NullMarked
package dev.opensipsmcp.server.toolset.media;

import org.jspecify.annotations.NullMarked;
