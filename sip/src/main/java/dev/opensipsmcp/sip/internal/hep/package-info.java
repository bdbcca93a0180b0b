/** How HEP packets are read and written. */
@NullMarked
package dev.opensipsmcp.sip.internal.hep;

import org.jspecify.annotations.NullMarked;
