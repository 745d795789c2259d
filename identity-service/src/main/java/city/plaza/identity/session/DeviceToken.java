package city.plaza.identity.session;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import city.plaza.identity.secret.OpaqueTokens;
import city.plaza.identity.secret.Secret;
import org.jspecify.annotations.Nullable;

/**
 * What a device keeps to be known by: an id, and for each account that signed in on it a
 * proof that only this service can make. It does not sign in by itself.
 *
 * @param id made up at the first sign-in
 * @param proofs the newest first
 */
record DeviceToken(String id, List<String> proofs) {

	/** A family's tablet; the oldest proof goes first. */
	static final int MOST_ACCOUNTS = 8;

	private static final String PART = "[A-Za-z0-9_-]{43}";

	private static final Pattern FORM = Pattern.compile(PART + "(\\." + PART + "){1," + MOST_ACCOUNTS + "}");

	static DeviceToken fresh() {
		return new DeviceToken(OpaqueTokens.next().reveal(), List.of());
	}

	/** Reads what a client sent; nothing where it has not the form of a token. */
	static Optional<DeviceToken> read(@Nullable Secret token) {
		return Optional.ofNullable(token)
			.map(Secret::reveal)
			.filter((text) -> FORM.matcher(text).matches())
			.map((text) -> {
				List<String> parts = List.of(text.split("\\."));
				return new DeviceToken(parts.getFirst(), parts.subList(1, parts.size()));
			});
	}

	DeviceToken with(String proof) {
		return new DeviceToken(this.id,
				Stream.concat(Stream.of(proof), this.proofs.stream()).distinct().limit(MOST_ACCOUNTS).toList());
	}

	Secret text() {
		return Secret.of(this.id + "." + String.join(".", this.proofs));
	}

}
