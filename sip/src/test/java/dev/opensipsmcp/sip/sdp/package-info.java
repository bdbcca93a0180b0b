/** Tests of session descriptions. */
@NullMarked
package dev.opensipsmcp.sip.sdp;

import org.jspecify.annotations.NullMarked;
