/** How the stand-in Homer server answers. */
@NullMarked
package dev.opensipsmcp.lab.internal.homer;

import org.jspecify.annotations.NullMarked;
