@NullMarked
package dev.opensipsmcp.mi.internal.wire;

import org.jspecify.annotations.NullMarked;
