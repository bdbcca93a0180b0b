/** Modules of OpenSIPS in C: made, added to, compiled. */
@NullMarked
package dev.opensipsmcp.server.toolset.authoring;

import org.jspecify.annotations.NullMarked;
