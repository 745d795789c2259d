package city.plaza.identity.profile;

import java.util.Arrays;
import java.util.Optional;

import city.plaza.platform.database.Codes;
import org.jspecify.annotations.Nullable;

/** How a resident wants to be contacted by the city. */
public enum ContactPreference {

	/** To the address that the resident signs in with. */
	EMAIL,
	/** To the phone. */
	TEXT_MESSAGE,
	/** By a call. */
	PHONE,
	/** To the postal address. */
	MAIL;

	static Optional<ContactPreference> read(@Nullable String code) {
		return Arrays.stream(values()).filter((each) -> each.code().equals(code)).findFirst();
	}

	/** As tables, events and the API write it. */
	public String code() {
		return Codes.of(this);
	}

	boolean needsPhone() {
		return this == TEXT_MESSAGE || this == PHONE;
	}

	/** Whether the city cannot follow it without a postal address. */
	public boolean needsAddress() {
		return this == MAIL;
	}

}
