package city.plaza.platform.audit;

import io.r2dbc.spi.Readable;

/**
 * An entry with its seal, as it stands in the table.
 *
 * @param row its content
 * @param mac what was stored to prove it
 * @param place what was stored to prove its place
 */
record SealedEntry(AuditRow row, Digest mac, Place place) {

	static SealedEntry read(Readable row) {
		return new SealedEntry(AuditRow.read(row), Digest.read(row, "mac"), Place.read(row));
	}

}
