/** What differs between two messages, as the two sides of a hop saw them. */
@NullMarked
package dev.opensipsmcp.sip.compare;

import org.jspecify.annotations.NullMarked;
