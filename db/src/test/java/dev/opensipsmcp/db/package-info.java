/** Tests of databases. */
@NullMarked
package dev.opensipsmcp.db;

import org.jspecify.annotations.NullMarked;
