/** Users registered here, and the registrations that the node holds elsewhere. */
@NullMarked
package dev.opensipsmcp.server.toolset.registration;

import org.jspecify.annotations.NullMarked;
