/**
 * The servers that Plaza needs beside its own: PostgreSQL, Kafka and the mail inbox.
 */
@NullMarked
package city.plaza.local.server;

import org.jspecify.annotations.NullMarked;
