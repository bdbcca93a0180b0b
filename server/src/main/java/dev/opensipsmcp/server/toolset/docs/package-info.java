/** Tools that find and show what is known about OpenSIPS and SIP. */
@NullMarked
package dev.opensipsmcp.server.toolset.docs;

import org.jspecify.annotations.NullMarked;
