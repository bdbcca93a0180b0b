/** How session descriptions are read and compared. */
@NullMarked
package dev.opensipsmcp.sip.internal.sdp;

import org.jspecify.annotations.NullMarked;
