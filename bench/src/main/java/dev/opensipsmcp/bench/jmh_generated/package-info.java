/** What JMH generates at compile time; it knows nothing of nullness. */
@NullUnmarked
package dev.opensipsmcp.bench.jmh_generated;

import org.jspecify.annotations.NullUnmarked;
