package city.plaza.client;

import java.util.UUID;

/**
 * A standing access of the resident to a customer account.
 */
public record CustomerLink(UUID id, String customerNumber, String name, String location) {
}
