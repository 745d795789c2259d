package city.plaza.identity.secret;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/** Bytes that do not change, as a value. */
public final class Bytes {

	private final byte[] bytes;

	private Bytes(byte[] bytes) {
		this.bytes = bytes;
	}

	public static Bytes of(byte[] bytes) {
		return new Bytes(bytes.clone());
	}

	public byte[] array() {
		return this.bytes.clone();
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof Bytes same && Arrays.equals(same.bytes, this.bytes);
	}

	@Override
	public int hashCode() {
		return Arrays.hashCode(this.bytes);
	}

	@Override
	public String toString() {
		return "Bytes[" + this.bytes.length + "]";
	}

}
