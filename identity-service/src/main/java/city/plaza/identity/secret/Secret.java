package city.plaza.identity.secret;

import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * A password, code or token as it came in or goes out: a plain string in JSON, stars
 * everywhere else, so that no log line or error can hold it.
 */
public final class Secret {

	private final String value;

	private Secret(String value) {
		this.value = value;
	}

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public static Secret of(String value) {
		return new Secret(Objects.requireNonNull(value));
	}

	@JsonValue
	public String reveal() {
		return this.value;
	}

	public boolean isBlank() {
		return this.value.isBlank();
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof Secret secret && secret.value.equals(this.value);
	}

	@Override
	public int hashCode() {
		return this.value.hashCode();
	}

	@Override
	public String toString() {
		return "***";
	}

}
