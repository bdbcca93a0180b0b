/** Tests of the stand-in node, from outside, over its transports. */
@NullMarked
package dev.opensipsmcp.lab;

import org.jspecify.annotations.NullMarked;
