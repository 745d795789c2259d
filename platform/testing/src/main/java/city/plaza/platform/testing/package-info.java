/**
 * Tests on real servers: PostgreSQL, Kafka and SMTP, tokens that the services accept, the
 * contracts of events, and the rules of the house.
 */
@NullMarked
package city.plaza.platform.testing;

import org.jspecify.annotations.NullMarked;
