/** Moving a configuration to another release line of OpenSIPS. */
@NullMarked
package dev.opensipsmcp.cfg.migrate;

import org.jspecify.annotations.NullMarked;
