/** SIPp: scenarios written, checked and run within bounds; its figures read and compared. */
@NullMarked
package dev.opensipsmcp.sip.load;

import org.jspecify.annotations.NullMarked;
