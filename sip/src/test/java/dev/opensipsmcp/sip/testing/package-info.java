/** What tests with real programs share. */
@NullMarked
package dev.opensipsmcp.sip.testing;

import org.jspecify.annotations.NullMarked;
