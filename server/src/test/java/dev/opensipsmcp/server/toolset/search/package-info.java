/** Finding tools by words. */
@NullMarked
package dev.opensipsmcp.server.toolset.search;

import org.jspecify.annotations.NullMarked;
