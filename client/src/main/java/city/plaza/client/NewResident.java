package city.plaza.client;

/**
 * Who registers.
 *
 * @param password 15 to 128 characters
 */
public record NewResident(String email, String password, String givenName, String familyName) {
}
