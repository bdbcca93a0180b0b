/** How fail2ban's programs are run. */
@NullMarked
package dev.opensipsmcp.sip.internal.ban;

import org.jspecify.annotations.NullMarked;
