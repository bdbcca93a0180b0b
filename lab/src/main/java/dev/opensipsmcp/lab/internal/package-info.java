/** The running node behind the API. */
@NullMarked
package dev.opensipsmcp.lab.internal;

import org.jspecify.annotations.NullMarked;
