package city.plaza.portal.completion;

import java.util.List;
import java.util.Map;

import city.plaza.platform.messages.Language;
import city.plaza.portal.account.Residents;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

/** identity-service's steps of the visitor's registration. */
@HttpExchange
interface MyRegistration {

	@GetExchange("/api/v1/me/registration")
	Mono<State> read();

	@PostExchange("/api/v1/me/registration")
	Mono<Residents.Progress> submit();

	@PutExchange("/api/v1/me/registration/drafts/{step}")
	Mono<Void> keepDraft(@PathVariable String step, @RequestBody Draft draft);

	@PutExchange("/api/v1/me/acknowledgment")
	Mono<Residents.Progress> accept(@RequestBody Acceptance acceptance);

	@PutExchange("/api/v1/me/contact")
	Mono<Residents.Progress> contact(@RequestBody Contact contact);

	@PutExchange("/api/v1/me/address")
	Mono<Residents.Progress> address(@RequestBody Address address);

	@PutExchange("/api/v1/me/signature")
	Mono<Residents.Progress> sign(@RequestBody Signature signature);

	/**
	 * All that was entered.
	 *
	 * @param acknowledgment null where the city has no text
	 * @param contact null until it is entered
	 * @param address null until it is entered
	 * @param signature null until it is there
	 * @param drafts by step, as typed last and not accepted
	 */
	record State(Residents.Progress progress, @Nullable Text acknowledgment, Residents.@Nullable Contact contact,
			Residents.@Nullable Address address, @Nullable Signed signature, Map<String, Map<String, String>> drafts) {

		/** What was typed into a step last and not accepted. */
		Map<String, String> draft(String step) {
			return this.drafts.getOrDefault(step, Map.of());
		}

	}

	/**
	 * The city's text.
	 *
	 * @param version to send back
	 * @param english a paragraph an entry
	 * @param spanish a paragraph an entry
	 * @param accepted null where nothing was accepted yet
	 */
	record Text(String version, List<String> english, List<String> spanish, @Nullable Accepted accepted) {

		/** The paragraphs for a reader. */
		public List<String> in(Language language) {
			return (language == Language.SPANISH) ? this.spanish : this.english;
		}

		boolean isAccepted() {
			return this.accepted != null && this.accepted.version().equals(this.version);
		}

	}

	/** The version that was accepted last. */
	record Accepted(String version) {
	}

	/**
	 * A signature that was accepted.
	 *
	 * @param drawing null where it is the typed name
	 */
	record Signed(String name, String method, @Nullable Drawing drawing) {
	}

	record Draft(Map<String, String> fields) {
	}

	record Acceptance(boolean accepted, @Nullable String version, String language) {
	}

	record Contact(@Nullable String preference, @Nullable String phone, @Nullable String language) {
	}

	record Address(@Nullable String line1, @Nullable String line2, @Nullable String city, @Nullable String state,
			@Nullable String postalCode) {
	}

	record Signature(@Nullable String name, String method, @Nullable Drawing drawing) {
	}

}
