/** A stand-in Homer server that answers, and fails, as real ones do. */
@NullMarked
package dev.opensipsmcp.lab.homer;

import org.jspecify.annotations.NullMarked;
