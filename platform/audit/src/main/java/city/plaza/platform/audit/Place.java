package city.plaza.platform.audit;

import city.plaza.platform.database.Columns;
import io.r2dbc.spi.Readable;

/**
 * A place in the chain.
 *
 * @param sequence from 1; 0 before the first entry
 * @param hash over all entries up to here
 */
record Place(long sequence, Digest hash) {

	static Place read(Readable row) {
		return new Place(Columns.amount(row, "sequence"), Digest.read(row, "hash"));
	}

	/** As it is published. */
	String text() {
		return this.sequence + ":" + this.hash.hex();
	}

}
