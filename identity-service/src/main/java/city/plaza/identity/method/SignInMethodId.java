package city.plaza.identity.method;

import java.util.UUID;

import city.plaza.platform.problem.Problem;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The id of a sign-in method. */
public record SignInMethodId(@JsonValue UUID value) {

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public SignInMethodId {
	}

	static SignInMethodId next() {
		return new SignInMethodId(UUID.randomUUID());
	}

	/**
	 * Reads an id from a path.
	 * @param text as called
	 * @return an id, known or not
	 * @throws city.plaza.platform.problem.ProblemException {@code not-found} for what can
	 * be no id
	 */
	public static SignInMethodId read(String text) {
		try {
			return new SignInMethodId(UUID.fromString(text));
		}
		catch (IllegalArgumentException ex) {
			throw Problem.notFound().asException();
		}
	}

	@Override
	public String toString() {
		return this.value.toString();
	}

}
