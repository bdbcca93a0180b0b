/** Tools of the modules drouting and qrouting. */
@NullMarked
package dev.opensipsmcp.server.toolset.drouting;

import org.jspecify.annotations.NullMarked;
