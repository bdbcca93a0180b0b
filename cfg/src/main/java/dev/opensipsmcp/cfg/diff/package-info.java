/** What differs between two configurations, in meaning and in text. */
@NullMarked
package dev.opensipsmcp.cfg.diff;

import org.jspecify.annotations.NullMarked;
