/** What the tests of the tools share. */
@NullMarked
package dev.opensipsmcp.server.toolset.testing;

import org.jspecify.annotations.NullMarked;
