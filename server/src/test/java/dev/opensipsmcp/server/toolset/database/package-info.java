/** Tests of the tools on tables. */
@NullMarked
package dev.opensipsmcp.server.toolset.database;

import org.jspecify.annotations.NullMarked;
