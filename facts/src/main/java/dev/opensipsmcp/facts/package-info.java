/** Facts about OpenSIPS, read lazily from this module's own resources. */
@NullMarked
package dev.opensipsmcp.facts;

import org.jspecify.annotations.NullMarked;
