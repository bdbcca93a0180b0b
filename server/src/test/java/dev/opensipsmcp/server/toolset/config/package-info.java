/** Stories of the tools on configurations. */
@NullMarked
package dev.opensipsmcp.server.toolset.config;

import org.jspecify.annotations.NullMarked;
