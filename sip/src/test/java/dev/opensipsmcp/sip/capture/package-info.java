/** Tests of reading and writing captures, held against the programs that people use. */
@NullMarked
package dev.opensipsmcp.sip.capture;

import org.jspecify.annotations.NullMarked;
