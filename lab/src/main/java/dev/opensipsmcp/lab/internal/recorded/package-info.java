/** Answers of real servers, for the commands that the node does not carry out itself. */
@NullMarked
package dev.opensipsmcp.lab.internal.recorded;

import org.jspecify.annotations.NullMarked;
