/** Rows of OpenSIPS's tables, provisioned: planned, stored, made active, proven and taken back. */
@NullMarked
package dev.opensipsmcp.server.toolset.provision;

import org.jspecify.annotations.NullMarked;
