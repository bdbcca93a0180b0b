/** What servers show to whoever asks. */
@NullMarked
package dev.opensipsmcp.sip.probe;

import org.jspecify.annotations.NullMarked;
