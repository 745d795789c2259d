package city.plaza.identity.email;

import java.util.UUID;

import city.plaza.identity.verification.CodeFlow;
import city.plaza.platform.problem.Problem;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The id of a change of address.
 *
 * @param value random
 */
record EmailChangeId(@JsonValue UUID value) implements CodeFlow {

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	EmailChangeId {
	}

	static EmailChangeId next() {
		return new EmailChangeId(UUID.randomUUID());
	}

	/**
	 * Reads an id from a path.
	 * @param text as called
	 * @return an id, known or not
	 * @throws city.plaza.platform.problem.ProblemException {@code not-found} for what can
	 * be no id
	 */
	static EmailChangeId read(String text) {
		try {
			return new EmailChangeId(UUID.fromString(text));
		}
		catch (IllegalArgumentException ex) {
			throw Problem.notFound().asException();
		}
	}

	@Override
	public Purpose purpose() {
		return Purpose.EMAIL_CHANGE;
	}

	@Override
	public String toString() {
		return this.value.toString();
	}

}
