package city.plaza.identity.profile;

import org.jspecify.annotations.Nullable;

/**
 * A postal address in the United States, its territories or its military mail.
 *
 * @param line1 street and number, or a unit and box of the military
 * @param line2 apartment or suite; null where there is none
 * @param city or APO, FPO, DPO
 * @param state two letters
 * @param postalCode ZIP or ZIP+4
 */
public record PostalAddress(String line1, @Nullable String line2, String city, String state, String postalCode) {

	@Override
	public String toString() {
		return "PostalAddress[]";
	}

}
