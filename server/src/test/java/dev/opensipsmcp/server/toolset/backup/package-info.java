/** Tests of the tools for backups and test data. */
@NullMarked
package dev.opensipsmcp.server.toolset.backup;

import org.jspecify.annotations.NullMarked;
