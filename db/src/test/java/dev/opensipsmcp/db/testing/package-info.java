/** Fresh databases of each kind, for this module's tests and others'. */
@NullMarked
package dev.opensipsmcp.db.testing;

import org.jspecify.annotations.NullMarked;
