@NullMarked
package dev.opensipsmcp.sip.net;

import org.jspecify.annotations.NullMarked;
