/** The commands on configurations: no node, no settings and no network. */
@NullMarked
package dev.opensipsmcp.server.cli.cfg;

import org.jspecify.annotations.NullMarked;
