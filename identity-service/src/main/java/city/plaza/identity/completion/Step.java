package city.plaza.identity.completion;

import java.util.Arrays;
import java.util.Optional;

import city.plaza.platform.database.Codes;

/** The steps of a registration, in their order. */
enum Step {

	/** The city's text is accepted. */
	ACKNOWLEDGMENT,
	/** How to reach the resident. */
	CONTACT,
	/** Where the resident gets mail. */
	ADDRESS,
	/** Name and signature. */
	SIGNATURE;

	static Optional<Step> read(String code) {
		return Arrays.stream(values()).filter((step) -> step.code().equals(code)).findFirst();
	}

	String code() {
		return Codes.of(this);
	}

}
