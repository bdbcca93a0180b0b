/** Changes of a configuration that leave all else as it is, byte for byte. */
@NullMarked
package dev.opensipsmcp.cfg.edit;

import org.jspecify.annotations.NullMarked;
