package city.plaza.identity.reset;

import java.util.UUID;

import city.plaza.identity.verification.CodeFlow;
import city.plaza.platform.problem.Problem;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The id of a request for another password.
 *
 * @param value random
 */
record ResetId(@JsonValue UUID value) implements CodeFlow {

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	ResetId {
	}

	static ResetId next() {
		return new ResetId(UUID.randomUUID());
	}

	/**
	 * Reads an id from a path.
	 * @param text as called
	 * @return an id, known or not
	 * @throws city.plaza.platform.problem.ProblemException {@code not-found} for what can
	 * be no id
	 */
	static ResetId read(String text) {
		try {
			return new ResetId(UUID.fromString(text));
		}
		catch (IllegalArgumentException ex) {
			throw Problem.notFound().asException();
		}
	}

	@Override
	public Purpose purpose() {
		return Purpose.PASSWORD_RESET;
	}

	@Override
	public String toString() {
		return this.value.toString();
	}

}
