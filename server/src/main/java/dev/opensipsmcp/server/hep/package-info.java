/** Receives what nodes copy to this server over HEP. */
@NullMarked
package dev.opensipsmcp.server.hep;

import org.jspecify.annotations.NullMarked;
