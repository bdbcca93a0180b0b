/** Addresses banned over fail2ban, and expressions that find them in logs. */
@NullMarked
package dev.opensipsmcp.sip.ban;

import org.jspecify.annotations.NullMarked;
