package city.plaza.platform.audit;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;

import city.plaza.platform.database.Columns;
import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;

/** An HMAC of 32 bytes. */
final class Digest {

	private final byte[] bytes;

	Digest(byte[] bytes) {
		this.bytes = bytes.clone();
	}

	static Digest read(Readable row, String column) {
		return new Digest(Columns.required(row, column, byte[].class));
	}

	byte[] bytes() {
		return this.bytes.clone();
	}

	String hex() {
		return HexFormat.of().formatHex(this.bytes);
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof Digest digest && MessageDigest.isEqual(digest.bytes, this.bytes);
	}

	@Override
	public int hashCode() {
		return Arrays.hashCode(this.bytes);
	}

	@Override
	public String toString() {
		return hex();
	}

}
