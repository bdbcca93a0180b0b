@NullMarked
package dev.opensipsmcp.server.toolset.query;

import org.jspecify.annotations.NullMarked;
