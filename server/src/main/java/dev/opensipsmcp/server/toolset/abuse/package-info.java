/** Attackers banned over fail2ban, and what makes it notice them. */
@NullMarked
package dev.opensipsmcp.server.toolset.abuse;

import org.jspecify.annotations.NullMarked;
