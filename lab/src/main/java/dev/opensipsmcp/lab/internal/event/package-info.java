/** The node's events: who is subscribed, and how they are sent. */
@NullMarked
package dev.opensipsmcp.lab.internal.event;

import org.jspecify.annotations.NullMarked;
