/** Tools on the tables of OpenSIPS's database themselves. */
@NullMarked
package dev.opensipsmcp.server.toolset.database;

import org.jspecify.annotations.NullMarked;
