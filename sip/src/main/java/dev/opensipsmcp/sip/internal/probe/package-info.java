/** Sockets, transactions and name queries behind probes. */
@NullMarked
package dev.opensipsmcp.sip.internal.probe;

import org.jspecify.annotations.NullMarked;
