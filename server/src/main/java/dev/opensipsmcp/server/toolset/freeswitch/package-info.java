/** Tools for the FreeSWITCH event sockets that a node listens to. */
@NullMarked
package dev.opensipsmcp.server.toolset.freeswitch;

import org.jspecify.annotations.NullMarked;
