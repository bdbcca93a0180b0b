@NullMarked
package dev.opensipsmcp.sip.trace;

import org.jspecify.annotations.NullMarked;
