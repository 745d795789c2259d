package city.plaza.platform.problem;

import city.plaza.platform.failure.Causes;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Finds the field for which a body could not be read. */
final class MalformedBody {

	private MalformedBody() {
	}

	static Problem problem(Throwable error) {
		String field = field(error);
		return (field == null) ? Problem.malformed()
				: Problem
					.of(Problem.malformed().status(), Problem.malformed().code(),
							"The field %s could not be read. Check its type and form against the API description."
								.formatted(field))
					.field(field);
	}

	private static @Nullable String field(Throwable error) {
		for (Throwable cause : Causes.all(error)) {
			if (cause instanceof JacksonException json && !json.getPath().isEmpty()) {
				return path(json);
			}
		}
		return null;
	}

	private static String path(JacksonException error) {
		StringBuilder path = new StringBuilder();
		for (JacksonException.Reference step : error.getPath()) {
			if (step.getPropertyName() == null) {
				path.append('[').append(step.getIndex()).append(']');
			}
			else {
				path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
			}
		}
		return path.toString();
	}

}
