@NullMarked
package dev.opensipsmcp.server.toolset.registration;

import org.jspecify.annotations.NullMarked;
