/** Who may do what: roles, their scopes, and the policy over risk tiers. */
@NullMarked
package dev.opensipsmcp.server.policy;

import org.jspecify.annotations.NullMarked;
