/** Tools for the call processing scripts of users. */
@NullMarked
package dev.opensipsmcp.server.toolset.cpl;

import org.jspecify.annotations.NullMarked;
