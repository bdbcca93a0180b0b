@NullMarked
package dev.opensipsmcp.cfg.edit;

import org.jspecify.annotations.NullMarked;
