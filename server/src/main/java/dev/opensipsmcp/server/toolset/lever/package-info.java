/**
 * Tools that are one MI command, as data: what is sent, which rows come back, which state a change
 * touches, and which call takes it back.
 */
@NullMarked
package dev.opensipsmcp.server.toolset.lever;

import org.jspecify.annotations.NullMarked;
