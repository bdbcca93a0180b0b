/** Tests of signed identity. */
@NullMarked
package dev.opensipsmcp.sip.identity;

import org.jspecify.annotations.NullMarked;
