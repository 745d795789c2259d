package city.plaza.identity.completion;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import city.plaza.identity.profile.AddressResponse;
import city.plaza.identity.profile.ContactResponse;
import city.plaza.platform.database.Codes;
import city.plaza.platform.messages.Language;
import org.jspecify.annotations.Nullable;

/**
 * All that a resident has entered, to go on with on whatever device.
 *
 * @param progress how far it has come
 * @param acknowledgment the city's text; null where it has none
 * @param contact as accepted; null before
 * @param address as accepted; null before
 * @param signature as accepted; null before
 * @param drafts by step: the fields as they were typed last and not accepted
 */
record CompletionResponse(ProgressResponse progress, @Nullable AcknowledgmentText acknowledgment,
		@Nullable ContactResponse contact, @Nullable AddressResponse address, @Nullable SignatureResponse signature,
		Map<String, Map<String, String>> drafts) {

	/**
	 * The text to accept.
	 *
	 * @param version to send back with the acceptance
	 * @param english a paragraph an entry
	 * @param spanish a paragraph an entry
	 * @param accepted the last acceptance, of whatever version; null where there is none
	 */
	record AcknowledgmentText(String version, List<String> english, List<String> spanish,
			@Nullable AcceptedText accepted) {
	}

	/**
	 * An acceptance.
	 *
	 * @param version of the text
	 * @param language in which it was read
	 * @param acceptedAt when
	 */
	record AcceptedText(String version, String language, Instant acceptedAt) {

		static @Nullable AcceptedText of(@Nullable Acceptance acceptance) {
			return (acceptance != null)
					? new AcceptedText(acceptance.version(), acceptance.language().tag(), acceptance.acceptedAt())
					: null;
		}

	}

	/**
	 * A signature.
	 *
	 * @param name typed
	 * @param method {@code typed} or {@code drawn}
	 * @param drawing null where only typed
	 * @param signedAt when
	 */
	record SignatureResponse(String name, String method, @Nullable DrawingBody drawing, Instant signedAt) {

		static @Nullable SignatureResponse of(@Nullable Signed signed) {
			return (signed != null)
					? new SignatureResponse(signed.signature().name(), Codes.of(signed.signature().method()),
							DrawingBody.of(signed.signature().drawing()), signed.signedAt())
					: null;
		}

	}

	static CompletionResponse of(StepRules rules, Progress.Known known, Map<String, Map<String, String>> drafts) {
		@Nullable AcknowledgmentText text = rules.text(Language.ENGLISH)
			.map((english) -> new AcknowledgmentText(english.version(), english.paragraphs(),
					rules.text(Language.SPANISH).orElse(english).paragraphs(), AcceptedText.of(known.accepted())))
			.orElse(null);
		return new CompletionResponse(ProgressResponse.of(Progress.of(rules, known)), text,
				ContactResponse.of(known.profile().contact()), AddressResponse.of(known.profile().address()),
				SignatureResponse.of(known.signed()), drafts);
	}

}
