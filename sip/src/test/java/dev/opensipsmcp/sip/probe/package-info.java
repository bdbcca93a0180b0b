@NullMarked
package dev.opensipsmcp.sip.probe;

import org.jspecify.annotations.NullMarked;
