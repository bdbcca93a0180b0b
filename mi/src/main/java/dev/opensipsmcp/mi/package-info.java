/** The Management Interface as a client sees it: endpoints, requests, results and sealed errors. */
@NullMarked
package dev.opensipsmcp.mi;

import org.jspecify.annotations.NullMarked;
