/** The MI commands that the node answers. */
@NullMarked
package dev.opensipsmcp.lab.internal.command;

import org.jspecify.annotations.NullMarked;
