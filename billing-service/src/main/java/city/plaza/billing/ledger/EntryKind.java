package city.plaza.billing.ledger;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonValue;

/** What an entry is. */
public enum EntryKind {

	/** A payment that finance applied. */
	POSTING,

	/** A correction by finance, in either direction. */
	ADJUSTMENT,

	/** The city gives up a part of what is owed. */
	WAIVER,

	/** Interest that finance charged. */
	INTEREST,

	/** A penalty that finance charged. */
	PENALTY,

	/** A fee that finance charged. */
	FEE,

	/** Money that was more than what was owed, moved to the customer's credit. */
	CREDIT,

	/** A posting undone: a returned check or a chargeback. */
	REVERSAL;

	/** As API, files and tables write it, such as {@code waiver}. */
	@JsonValue
	public String code() {
		return name().toLowerCase(Locale.ROOT);
	}

	/**
	 * Reads a code.
	 * @param code such as {@code waiver}
	 * @return the kind, or empty where there is none of this code
	 */
	public static Optional<EntryKind> of(String code) {
		return Arrays.stream(values()).filter((kind) -> kind.code().equals(code)).findFirst();
	}

}
