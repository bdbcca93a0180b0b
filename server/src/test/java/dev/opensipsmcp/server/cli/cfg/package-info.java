/** Stories of the commands on configurations. */
@NullMarked
package dev.opensipsmcp.server.cli.cfg;

import org.jspecify.annotations.NullMarked;
