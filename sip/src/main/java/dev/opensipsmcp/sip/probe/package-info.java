/**
 * Requests that ask a SIP server a question and wait for its answer: whether it is there, who may
 * register, where a URI leads, what TLS it offers.
 */
@NullMarked
package dev.opensipsmcp.sip.probe;

import org.jspecify.annotations.NullMarked;
