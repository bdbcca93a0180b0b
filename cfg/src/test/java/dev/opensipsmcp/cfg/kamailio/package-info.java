@NullMarked
package dev.opensipsmcp.cfg.kamailio;

import org.jspecify.annotations.NullMarked;
