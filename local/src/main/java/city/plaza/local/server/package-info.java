/**
 * The servers that Plaza needs beside its own: PostgreSQL, Kafka, the mail inbox and a
 * provider of sign-in.
 */
@NullMarked
package city.plaza.local.server;

import org.jspecify.annotations.NullMarked;
