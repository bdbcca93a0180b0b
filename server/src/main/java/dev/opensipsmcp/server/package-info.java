/** Where the program begins. */
@NullMarked
package dev.opensipsmcp.server;

import org.jspecify.annotations.NullMarked;
