/** TLS, TCP and STIR/SHAKEN: domains, connections and what they read from files or tables. */
@NullMarked
package dev.opensipsmcp.server.toolset.tls;

import org.jspecify.annotations.NullMarked;
