package city.plaza.identity.completion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import city.plaza.identity.account.PersonName;
import city.plaza.platform.database.Codes;
import city.plaza.platform.problem.Problem.FieldError;
import org.jspecify.annotations.Nullable;

/** Reads a signature, and names every field that is wrong. */
final class ReadSignature {

	/** A first and a last name of 100 characters each, and a space. */
	static final int LONGEST_NAME = 201;

	private static final FieldError NO_METHOD = new FieldError("method", "required", "Choose typed or drawn.");

	private static final FieldError UNKNOWN_METHOD = new FieldError("method", "unknown-choice",
			"Choose typed or drawn.");

	private static final FieldError NO_DRAWING = new FieldError("drawing", "required",
			"Draw the signature, or choose typed.");

	private ReadSignature() {
	}

	/** Whether all fields are valid. */
	sealed interface Outcome {

		/** All are valid. */
		record Accepted(Signature signature) implements Outcome {
		}

		/**
		 * Some are not.
		 *
		 * @param errors one of each invalid field
		 */
		record Refused(List<FieldError> errors) implements Outcome {
		}

	}

	/**
	 * Reads a signature; a drawing beside the method {@code typed} is not looked at.
	 * @return the signature, or what is wrong with it
	 */
	static Outcome read(@Nullable String name, @Nullable String method, @Nullable Drawing drawing) {
		List<FieldError> errors = new ArrayList<>();
		PersonName.Violation wrong = PersonName.violationOf(name, LONGEST_NAME);
		if (wrong != null) {
			errors.add(of(wrong));
		}
		Optional<Signature.Method> chosen = Arrays.stream(Signature.Method.values())
			.filter((each) -> Codes.of(each).equals(method))
			.findFirst();
		if (chosen.isEmpty()) {
			errors.add((method == null || method.isBlank()) ? NO_METHOD : UNKNOWN_METHOD);
		}
		boolean drawn = chosen.filter((each) -> each == Signature.Method.DRAWN).isPresent();
		if (drawn) {
			violationOf(drawing).ifPresent(errors::add);
		}
		if (name == null || !errors.isEmpty()) {
			return new Outcome.Refused(errors);
		}
		return new Outcome.Accepted(new Signature(name.strip(), chosen.orElseThrow(), drawn ? drawing : null));
	}

	private static Optional<FieldError> violationOf(@Nullable Drawing drawing) {
		if (drawing == null || drawing.strokes().isEmpty()) {
			return Optional.of(NO_DRAWING);
		}
		return Optional.ofNullable(drawing.violation()).map(ReadSignature::of);
	}

	private static FieldError of(Drawing.Violation violation) {
		return new FieldError("drawing", violation.code(), violation.message());
	}

	private static FieldError of(PersonName.Violation violation) {
		String message = (violation == PersonName.Violation.TOO_LONG)
				? "A name has at most " + LONGEST_NAME + " characters." : violation.message();
		return new FieldError("name", violation.code(), message);
	}

	/** All that can be wrong. */
	static List<FieldError> all() {
		return Stream
			.of(Stream.of(PersonName.Violation.values()).map(ReadSignature::of), Stream.of(NO_METHOD, UNKNOWN_METHOD),
					Stream.of(NO_DRAWING), Stream.of(Drawing.Violation.values()).map(ReadSignature::of))
			.flatMap((errors) -> errors)
			.toList();
	}

}
