/** Holds a call's arguments against the tool's schema. */
@NullMarked
package dev.opensipsmcp.server.validation;

import org.jspecify.annotations.NullMarked;
