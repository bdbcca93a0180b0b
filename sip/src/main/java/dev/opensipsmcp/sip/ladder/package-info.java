/** What happened in a call, as a ladder: who sent what to whom and when, and what came of it. */
@NullMarked
package dev.opensipsmcp.sip.ladder;

import org.jspecify.annotations.NullMarked;
