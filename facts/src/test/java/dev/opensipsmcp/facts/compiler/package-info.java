/** The program that makes this module's resources from facts extracted out of OpenSIPS. */
@NullMarked
package dev.opensipsmcp.facts.compiler;

import org.jspecify.annotations.NullMarked;
