@NullMarked
package dev.opensipsmcp.sip.relay;

import org.jspecify.annotations.NullMarked;
