/** The envelope of every result, and how a result is fitted to its budget. */
@NullMarked
package dev.opensipsmcp.server.result;

import org.jspecify.annotations.NullMarked;
