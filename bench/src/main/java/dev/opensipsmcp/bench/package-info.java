/** Measures the product beside its peers, by hand; nothing here runs in the normal build. */
@NullMarked
package dev.opensipsmcp.bench;

import org.jspecify.annotations.NullMarked;
