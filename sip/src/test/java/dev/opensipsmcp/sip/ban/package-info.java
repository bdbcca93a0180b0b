/** Bans against a real fail2ban on a private socket. */
@NullMarked
package dev.opensipsmcp.sip.ban;

import org.jspecify.annotations.NullMarked;
