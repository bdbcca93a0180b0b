/** JSON-RPC as OpenSIPS reads and answers it, whatever carries it. */
@NullMarked
package dev.opensipsmcp.lab.internal.rpc;

import org.jspecify.annotations.NullMarked;
