/** Attackers banned over fail2ban, and what a node discloses observed. */
@NullMarked
package dev.opensipsmcp.server.toolset.abuse;

import org.jspecify.annotations.NullMarked;
