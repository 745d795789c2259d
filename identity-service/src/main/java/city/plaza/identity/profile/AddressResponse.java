package city.plaza.identity.profile;

import org.jspecify.annotations.Nullable;

/**
 * A postal address.
 *
 * @param line1 street and number
 * @param line2 apartment or suite; null where there is none
 * @param city or APO, FPO, DPO
 * @param state two letters
 * @param postalCode ZIP or ZIP+4
 */
public record AddressResponse(String line1, @Nullable String line2, String city, String state, String postalCode) {

	/** The address of a profile; null where it has none. */
	public static @Nullable AddressResponse of(@Nullable PostalAddress address) {
		return (address != null) ? new AddressResponse(address.line1(), address.line2(), address.city(),
				address.state(), address.postalCode()) : null;
	}

}
