/** What can be provisioned: each kind of thing, its columns and what makes its rows active. */
@NullMarked
package dev.opensipsmcp.server.toolset.provision.kind;

import org.jspecify.annotations.NullMarked;
