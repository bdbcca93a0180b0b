/** A stand-in node that answers as the recorded servers did. */
@NullMarked
package dev.opensipsmcp.lab;

import org.jspecify.annotations.NullMarked;
