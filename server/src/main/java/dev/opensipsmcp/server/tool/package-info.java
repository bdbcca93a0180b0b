/**
 * A tool as a value: its definition, its demands and its work, without any knowledge of who calls.
 */
@NullMarked
package dev.opensipsmcp.server.tool;

import org.jspecify.annotations.NullMarked;
