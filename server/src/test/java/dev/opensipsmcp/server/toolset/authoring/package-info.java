@NullMarked
package dev.opensipsmcp.server.toolset.authoring;

import org.jspecify.annotations.NullMarked;
