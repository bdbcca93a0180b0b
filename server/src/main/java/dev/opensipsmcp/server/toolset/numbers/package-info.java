/** Tools for number rules and address lists: where numbers go, and who may send them. */
@NullMarked
package dev.opensipsmcp.server.toolset.numbers;

import org.jspecify.annotations.NullMarked;
