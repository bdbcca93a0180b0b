/** The audit of a configuration: rules about security and robustness, and what they find. */
@NullMarked
package dev.opensipsmcp.cfg.lint;

import org.jspecify.annotations.NullMarked;
