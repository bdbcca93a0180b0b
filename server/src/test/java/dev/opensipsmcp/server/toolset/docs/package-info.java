@NullMarked
package dev.opensipsmcp.server.toolset.docs;

import org.jspecify.annotations.NullMarked;
