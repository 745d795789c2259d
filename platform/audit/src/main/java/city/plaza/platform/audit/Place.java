package city.plaza.platform.audit;

import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import city.plaza.platform.database.Columns;
import io.r2dbc.spi.Readable;

/**
 * A place in the chain.
 *
 * @param sequence from 1; 0 before the first entry
 * @param hash over all entries up to here
 */
record Place(long sequence, Digest hash) {

	private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,17}):([0-9a-f]{64})");

	static Place read(Readable row) {
		return new Place(Columns.amount(row, "sequence"), Digest.read(row, "hash"));
	}

	/** Reads a place as it was published; empty where the text is none. */
	static Optional<Place> parse(String text) {
		Matcher parts = FORM.matcher(text.strip());
		return parts.matches()
				? Optional
					.of(new Place(Long.parseLong(parts.group(1)), new Digest(HexFormat.of().parseHex(parts.group(2)))))
				: Optional.empty();
	}

	/** As it is published. */
	String text() {
		return this.sequence + ":" + this.hash.hex();
	}

}
