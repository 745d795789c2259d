package city.plaza.identity.legacy;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The move from the portal before.
 *
 * @param cutOver first day, in the city, on which its residents register anew; null where
 * nobody does
 */
@ConfigurationProperties("plaza.identity.legacy")
record LegacySettings(@Nullable LocalDate cutOver) {
}
