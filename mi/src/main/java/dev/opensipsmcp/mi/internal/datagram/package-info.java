/** MI over UDP and UNIX datagrams. */
@NullMarked
package dev.opensipsmcp.mi.internal.datagram;

import org.jspecify.annotations.NullMarked;
