/** Tests of the tools of drouting. */
@NullMarked
package dev.opensipsmcp.server.toolset.drouting;

import org.jspecify.annotations.NullMarked;
