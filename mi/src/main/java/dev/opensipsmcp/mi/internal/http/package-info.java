/** MI over HTTP and HTTPS, one fresh connection for each request. */
@NullMarked
package dev.opensipsmcp.mi.internal.http;

import org.jspecify.annotations.NullMarked;
