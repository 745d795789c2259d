package city.plaza.portal.page;

import java.util.Locale;

import city.plaza.portal.neighbour.ApiProblem;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * The services' problems in plain words, by {@code problem.<field>.<code>} or
 * {@code problem.<code>} of the messages; a code that has none is told in the service's
 * own sentence.
 */
@Component
public class Explanations {

	private final MessageSource messages;

	Explanations(MessageSource messages) {
		this.messages = messages;
	}

	/**
	 * Explains a problem to the person who filled in a form.
	 * @param problem the service's
	 * @param fallback the field to point at where the problem names none
	 * @return what to show
	 */
	public FormErrors explain(ApiProblem problem, String fallback) {
		FormErrors errors = new FormErrors();
		for (ApiProblem.FieldError error : problem.errors()) {
			errors.add(error.field(), words(error.field(), error.code(), error.message(), problem));
		}
		return errors.any() ? errors : errors.add(fallback, words(fallback, problem.code(), problem.detail(), problem));
	}

	/**
	 * A message of the portal's own.
	 * @param code its key
	 * @param arguments for its places
	 * @return the sentence
	 */
	public String say(String code, Object... arguments) {
		return this.messages.getMessage(code, arguments, Locale.US);
	}

	private String words(String field, String code, @Nullable String told, ApiProblem problem) {
		long seconds = (problem.retryAfter() != null) ? problem.retryAfter().toSeconds() : 60;
		Object[] wait = { seconds, Math.max(1, (seconds + 3599) / 3600) };
		String general = this.messages.getMessage("problem." + code, wait, null, Locale.US);
		String own = this.messages.getMessage("problem." + field + "." + code, wait, general, Locale.US);
		if (own != null) {
			return own;
		}
		return (told != null) ? told : say("problem.unknown");
	}

}
