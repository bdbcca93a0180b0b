/** Puts the gate behind the protocol: definitions, calls, approvals by form, resources, prompts. */
@NullMarked
package dev.opensipsmcp.server.serve;

import org.jspecify.annotations.NullMarked;
