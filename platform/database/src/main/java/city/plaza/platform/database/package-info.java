/**
 * R2DBC PostgreSQL with bounded waits, and transactions that a gone client cannot cut.
 */
@NullMarked
package city.plaza.platform.database;

import org.jspecify.annotations.NullMarked;
