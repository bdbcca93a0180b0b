/** A host that offers what the official conformance suite asks of a server under test. */
@NullMarked
package dev.opensipsmcp.mcp.conformance;

import org.jspecify.annotations.NullMarked;
