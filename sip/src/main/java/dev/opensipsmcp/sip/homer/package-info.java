/** Homer capture servers as places that keep messages: Homer 7 (API v3) and Homer 11 (API v4). */
@NullMarked
package dev.opensipsmcp.sip.homer;

import org.jspecify.annotations.NullMarked;
