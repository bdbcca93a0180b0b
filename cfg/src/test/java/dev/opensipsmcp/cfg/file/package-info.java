@NullMarked
package dev.opensipsmcp.cfg.file;

import org.jspecify.annotations.NullMarked;
