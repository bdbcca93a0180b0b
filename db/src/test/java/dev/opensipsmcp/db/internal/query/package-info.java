@NullMarked
package dev.opensipsmcp.db.internal.query;

import org.jspecify.annotations.NullMarked;
