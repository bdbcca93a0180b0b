/** Names and arguments, held against what the node has before anything is sent. */
@NullMarked
package dev.opensipsmcp.mi.internal.check;

import org.jspecify.annotations.NullMarked;
