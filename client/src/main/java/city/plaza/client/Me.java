package city.plaza.client;

import java.util.List;
import java.util.UUID;

/**
 * The account of the caller.
 *
 * @param roles of staff; none of a resident
 */
public record Me(UUID id, String email, String givenName, String familyName, List<String> roles) {
}
