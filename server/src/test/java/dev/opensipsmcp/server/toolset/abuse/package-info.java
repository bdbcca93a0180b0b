/** The tools on abuse, against a real fail2ban where it is there. */
@NullMarked
package dev.opensipsmcp.server.toolset.abuse;

import org.jspecify.annotations.NullMarked;
