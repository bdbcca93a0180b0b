/** Stories of Homer clients and servers. */
@NullMarked
package dev.opensipsmcp.sip.homer;

import org.jspecify.annotations.NullMarked;
