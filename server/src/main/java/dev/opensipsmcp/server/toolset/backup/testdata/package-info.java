/** Tools that make rows for tests, and clean up what they made. */
@NullMarked
package dev.opensipsmcp.server.toolset.backup.testdata;

import org.jspecify.annotations.NullMarked;
