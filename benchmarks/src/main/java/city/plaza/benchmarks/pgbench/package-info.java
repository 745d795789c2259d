/**
 * PostgreSQL's own client for benchmarks, running the very statements that a service runs
 * for a request: they are read from the server's log, so the two can never drift apart.
 */
@NullMarked
package city.plaza.benchmarks.pgbench;

import org.jspecify.annotations.NullMarked;
