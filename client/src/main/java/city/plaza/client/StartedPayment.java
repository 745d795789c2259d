package city.plaza.client;

import java.net.URI;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A web payment that waits for the resident.
 *
 * @param checkoutUrl the page to pay on; null once it is closed
 */
public record StartedPayment(UUID id, String reference, String state, @Nullable URI checkoutUrl) {
}
