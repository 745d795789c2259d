package city.plaza.identity.verification;

import java.util.UUID;

import city.plaza.platform.problem.Problem;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The id of a registration, which its codes are bound to. It is hard to guess, and who
 * has it may try codes.
 *
 * @param value random
 */
public record RegistrationId(@JsonValue UUID value) implements CodeFlow {

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public RegistrationId {
	}

	public static RegistrationId next() {
		return new RegistrationId(UUID.randomUUID());
	}

	/**
	 * Reads an id from a path.
	 * @param text as called
	 * @return an id, known or not
	 * @throws city.plaza.platform.problem.ProblemException {@code not-found} for what can
	 * be no id
	 */
	public static RegistrationId read(String text) {
		try {
			return new RegistrationId(UUID.fromString(text));
		}
		catch (IllegalArgumentException ex) {
			throw Problem.notFound().asException();
		}
	}

	@Override
	public Purpose purpose() {
		return Purpose.REGISTRATION;
	}

	@Override
	public String toString() {
		return this.value.toString();
	}

}
