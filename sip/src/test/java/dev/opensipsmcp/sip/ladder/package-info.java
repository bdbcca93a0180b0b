@NullMarked
package dev.opensipsmcp.sip.ladder;

import org.jspecify.annotations.NullMarked;
