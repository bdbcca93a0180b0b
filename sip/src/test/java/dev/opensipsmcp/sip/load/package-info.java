/** Tests of scenarios and of runs of the real SIPp. */
@NullMarked
package dev.opensipsmcp.sip.load;

import org.jspecify.annotations.NullMarked;
