@NullMarked
package dev.opensipsmcp.db.query;

import org.jspecify.annotations.NullMarked;
