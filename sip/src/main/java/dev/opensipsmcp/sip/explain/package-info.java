/** What messages and response codes mean, in plain words. */
@NullMarked
package dev.opensipsmcp.sip.explain;

import org.jspecify.annotations.NullMarked;
